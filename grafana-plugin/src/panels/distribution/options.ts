import type { LimitOptions } from '../common/limits.ts';

export interface DistributionOptions extends LimitOptions {
  /** Whether each bin shows its contribution to the PSI. */
  readonly showContributions: boolean;
}
