import type { LegendPlacement } from '@grafana/schema';
import type { LimitOptions } from '../common/limits.ts';

export interface DriftOptions extends LimitOptions {
  readonly showThresholds: boolean;
  readonly legendPlacement: LegendPlacement;
}
