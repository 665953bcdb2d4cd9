import { correctedQuantile } from './corrected-quantile.ts';
import type { Rate } from './rate.ts';
import { DEFAULT_SIGNIFICANCE } from './significance.ts';

/**
 * Interval in which the true share lies with probability 1 − significance, given the two counts of a share. It holds for few
 * observations and for shares near 0 and 1 too, where the usual interval fails.
 *
 * Source: Wilson, Journal of the American Statistical Association 22 (1927), 209–212, without continuity correction.
 *
 * @param together - shares of which none is to leave its interval by noise (Bonferroni)
 * @returns lower and upper end; NaN without observations
 */
export function wilsonInterval(
  { numerator, denominator }: Rate<number>,
  significance: number = DEFAULT_SIGNIFICANCE,
  together = 1,
): readonly [lower: number, upper: number] {
  const perSquare = correctedQuantile(significance / 2, together) ** -2;
  const middle = 2 * numerator * perSquare + 1;
  const half = Math.sqrt(((4 * numerator * (denominator - numerator)) / denominator) * perSquare + 1);
  const whole = 2 * denominator * perSquare + 2;
  return [(middle - half) / whole, (middle + half) / whole];
}
