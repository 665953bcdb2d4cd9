import type { OptionsWithTooltip } from '@grafana/schema';

export type CellShow = 'count' | 'row' | 'column';

export interface ConfusionOptions extends OptionsWithTooltip {
  /** Counts; or shares of the actual class (row) or of the predicted class (column). */
  readonly show: CellShow;
  /** Whether each cell has its course over the time range. */
  readonly showHistory: boolean;
}
