import type { OptionsWithTooltip } from '@grafana/schema';

export type RowOrder = 'worst' | 'last' | 'name';

export interface DriftMapOptions extends OptionsWithTooltip {
  /** By the worst value in the time range, by the last value, or by name. */
  readonly order: RowOrder;
  readonly showScale: boolean;
}
