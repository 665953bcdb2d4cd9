import { problemShareOf, type ValueCounts } from './problem-share.ts';
import type { Rate } from './rate.ts';

/** Counts of one feature from which the share of unseen categories follows. */
export interface UnseenCounts extends ValueCounts {
  /** Share of the valid training rows whose category has no bin of its own. */
  readonly otherInTraining: number;
}

/** Rows with a category that has no bin of its own, of all rows: the unseen, and those that training had as well. */
export function otherShareOf(counts: ValueCounts): Rate<number> {
  return problemShareOf('unseen', counts);
}

/** What that share would be if the values were those of the training data. */
export function expectedOtherShare({ otherInTraining, ...counts }: UnseenCounts): number {
  return (otherInTraining * counts.observations) / otherShareOf(counts).denominator;
}

/**
 * Rows with a category that is not in the training data, of all rows. A profile holds the largest categories only, and
 * the rest share the bin `other` with the unseen: what that bin holds beyond its training share is unseen.
 */
export function unseenShareOf(counts: UnseenCounts): Rate<number> {
  const { numerator, denominator } = otherShareOf(counts);
  return { numerator: Math.max(0, numerator - counts.otherInTraining * counts.observations), denominator };
}
