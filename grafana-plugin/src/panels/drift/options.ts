import type { LegendPlacement } from '@grafana/schema';

export interface DriftOptions {
  /** PSI from which a feature has moved moderately. */
  readonly warning: number;
  /** PSI from which the model should be looked at. */
  readonly alarm: number;
  readonly showThresholds: boolean;
  readonly legendPlacement: LegendPlacement;
}
