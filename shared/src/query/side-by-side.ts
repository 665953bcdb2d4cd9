/** One distribution on both sides of a comparison, such as live and in the baseline. */
export interface SideBySide {
  /** Those that tell one distribution from another. */
  readonly labels: Readonly<Record<string, string>>;
  /** Bins that either side has at any time. */
  readonly bins: readonly string[];
  /** What both sides have at the `index`-th time. */
  at(index: number): CountsOfBothSides;
}

/** Counts of both sides at one time, in the same order. */
export interface CountsOfBothSides {
  /** Labels of the bins that either side has: a profile that is replaced within the range takes its bins with it. */
  readonly bins: readonly string[];
  /** Counts of these bins, zero where a side has none. */
  readonly live: readonly number[];
  readonly reference: readonly number[];
  /** Sums over the bins. */
  readonly liveTotal: number;
  readonly referenceTotal: number;
  /** Whether a side has any value. */
  readonly hasLive: boolean;
  readonly hasReference: boolean;
  /** Whether everything behind either side has its values in the same bins. */
  readonly hasSameBins: boolean;
  /** Bins of the reference above 0. */
  readonly used: number;
}

/** Puts the bins of a distribution in an order. */
export type OrderOfBins = (bins: readonly string[]) => readonly string[];
