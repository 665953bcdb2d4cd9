import erfcinv from '@stdlib/math-base-special-erfcinv';

/** Quantile of the standard normal distribution at a probability (0 < p < 1), to about 15 digits. */
export function normalQuantile(probability: number): number {
  return 0 - Math.SQRT2 * erfcinv(2 * probability);
}
