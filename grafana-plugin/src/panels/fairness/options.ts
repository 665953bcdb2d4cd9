import type { OptionsWithTooltip } from '@grafana/schema';

export interface FairnessOptions extends OptionsWithTooltip {
  /** Group with which the others are compared; if empty, that of the profile, else the one with the highest rate. */
  readonly reference: string;
  /** Least share of the reference group's rate that another group's may be. */
  readonly limit: number;
  readonly showCounts: boolean;
}
