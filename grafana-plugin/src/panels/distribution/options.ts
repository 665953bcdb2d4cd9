import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/schema';

export interface DistributionOptions extends OptionsWithLegend, OptionsWithTooltip {
  /** What the bars are as high as. */
  readonly show: 'share' | 'count';
  /** Whether each bin shows its contribution to the PSI. */
  readonly showContributions: boolean;
}
