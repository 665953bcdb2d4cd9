import { normalQuantile } from './normal-quantile.ts';
import type { Rate } from './rate.ts';
import { DEFAULT_SIGNIFICANCE } from './significance.ts';

/**
 * Interval in which the true share lies with probability 1 − significance, given the two counts of a share. It holds for few
 * observations and for shares near 0 and 1 too, where the usual interval fails.
 *
 * Source: Wilson, Journal of the American Statistical Association 22 (1927), 209–212, without continuity correction.
 *
 * @returns lower and upper end; NaN without observations
 */
export function wilsonInterval(
  { numerator, denominator }: Rate<number>,
  significance: number = DEFAULT_SIGNIFICANCE,
): readonly [lower: number, upper: number] {
  const z = normalQuantile(1 - significance / 2);
  const share = numerator / denominator;
  const middle = (share + z ** 2 / (2 * denominator)) / (1 + z ** 2 / denominator);
  const half =
    (z / (1 + z ** 2 / denominator)) * Math.sqrt((share * (1 - share)) / denominator + z ** 2 / (4 * denominator ** 2));
  return [middle - half, middle + half];
}
