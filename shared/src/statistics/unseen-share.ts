import { problemShareOf, type ValueCounts } from './problem-share.ts';
import type { Rate } from './rate.ts';

/** Counts of one feature from which the share of unseen categories follows. */
export interface UnseenCounts extends ValueCounts {
  /** Share of the valid training rows whose category has no bin of its own. */
  readonly otherInTraining: number;
}

/**
 * Rows with a category that is not in the training data, of all rows. A profile holds the largest categories only, and
 * the rest share the bin `other` with the unseen: what that bin holds beyond its training share is unseen.
 */
export function unseenShareOf(counts: UnseenCounts): Rate<number> {
  const { numerator, denominator } = problemShareOf('unseen', counts);
  return { numerator: Math.max(0, numerator - counts.otherInTraining * counts.observations), denominator };
}
