import type { Column } from '../statistics/columns.ts';

/** One distribution on both sides of a comparison, such as live and in the baseline, at some times. */
export interface SideBySide {
  /** Those that tell one distribution from another. */
  readonly labels: Readonly<Record<string, string>>;
  /** Bins that either side has at any time: a profile that is replaced within the range takes its bins with it. */
  readonly bins: readonly string[];
  /** Counts of these bins, bin by bin; NaN where a side has none. */
  readonly live: Column;
  readonly reference: Column;
  /** Sums over the bins at each time; NaN where a side has no value. */
  readonly liveTotal: Column;
  readonly referenceTotal: Column;
  /** Bins of the reference above 0, at each time. */
  readonly used: Column;
  /**
   * Whether everything behind either side has its values in the same bins at the `index`-th time; absent where one series
   * for each bin is all that there is.
   */
  hasSameBins?(index: number): boolean;
}

/** Puts the bins of a distribution in an order. */
export type OrderOfBins = (bins: readonly string[]) => readonly string[];
