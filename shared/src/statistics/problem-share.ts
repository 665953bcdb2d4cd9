import type { FeatureProblem } from '../conventions/attributes.ts';
import type { Rate } from './rate.ts';

/** Counts of one feature from which every problem's share follows. */
export interface ValueCounts extends Readonly<Record<FeatureProblem, number>> {
  /** Values that fell into a bin, outliers and categories without a bin of their own among them. */
  readonly observations: number;
}

/** The same, with the share of the training rows that had each problem. */
export interface ProblemCounts extends ValueCounts {
  readonly training: Readonly<Record<FeatureProblem, number>>;
}

/**
 * Rows in which a feature had a problem, of all rows. Missing and invalid values stay out of the bins and are added;
 * the other problems are among the observations already.
 */
export function problemShareOf(problem: FeatureProblem, counts: ValueCounts): Rate<number> {
  return { numerator: counts[problem], denominator: counts.observations + counts.missing + counts.invalid };
}
