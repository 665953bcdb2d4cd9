/** Live share from which something is called nearly always. */
const NEARLY_ALWAYS = 0.9;
/** What is left of the values that the training data lets one expect, at most. */
const LEFT = 0.2;
/** Values to expect before their absence says anything: by chance, a fifth of twenty arrives twice in 100,000 times. */
const EXPECTED = 20;

/** A part of some rows, and its share in the training data. */
export interface Part {
  readonly count: number;
  readonly of: number;
  readonly training: number;
}

/**
 * Whether nearly all live rows have something wrong that far fewer training rows have, such as a missing value. A feature
 * that is as empty in training is no finding.
 */
export function isNearlyAlways({ count, of, training }: Part): boolean {
  const usual = 1 - training;
  const share = count / of;
  return of * usual >= EXPECTED && share >= NEARLY_ALWAYS && 1 - share <= LEFT * usual;
}
