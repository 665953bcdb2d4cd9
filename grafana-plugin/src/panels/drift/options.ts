import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/schema';

/** How thresholds are shown: not at all, as lines, or as lines with the worse side shaded. */
type ShownThresholds = 'off' | 'line' | 'area';

export interface DriftOptions extends OptionsWithLegend, OptionsWithTooltip {
  readonly thresholds: ShownThresholds;
}
