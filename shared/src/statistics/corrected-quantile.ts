import { normalQuantile } from './normal-quantile.ts';
import { remembered } from './remembered.ts';

/** Number of comparisons up to which the approximation is fitted. */
const LARGEST = 10_000;

/**
 * The quantile z(K) of the standard normal distribution that noise exceeds with probability `significance` in any of K
 * comparisons: that at 1 − significance / K (Bonferroni, 1936; Dunn, Journal of the American Statistical Association 56
 * (1961), 52–64). K is known to the store alone, and a polynomial is what PromQL can evaluate: a cubic in
 * s = sqrt(−2 ln(significance / K)) − sqrt(−2 ln significance), since a quantile far in the tail is nearly linear in it.
 */
export interface CorrectedQuantile {
  /** z(1), which is exact. */
  readonly single: number;
  /** sqrt(−2 ln significance), which s is measured from. */
  readonly start: number;
  /** Factors of s, s² and s³. */
  readonly coefficients: readonly [number, number, number];
}

/**
 * The cubic through the exact quantiles at K = 1, K = 10,000 and the two Chebyshev–Lobatto points between them. Its
 * absolute error up to 10,000 comparisons is below 0.0001 at a significance of 0.001, below 0.0007 at 0.05 and below 0.007 up to
 * 0.5.
 *
 * @param significance - above 0, up to 0.5
 */
export const correctedQuantileFor = remembered((significance): CorrectedQuantile => {
  const start = Math.sqrt(-2 * Math.log(significance));
  const end = Math.sqrt(-2 * Math.log(significance / LARGEST)) - start;
  const exact = (s: number): number => -normalQuantile(Math.exp(-((start + s) ** 2) / 2));
  const single = -normalQuantile(significance);
  const [a, b] = [end / 4, (3 * end) / 4];
  // Newton's divided differences, written out as factors of the powers of s.
  const [first, second, third] = [a, b, end].map((s) => (exact(s) - single) / s) as [number, number, number];
  const [near, far] = [(second - first) / (b - a), (third - second) / (end - b)];
  const cubic = (far - near) / (end - a);
  return { single, start, coefficients: [first - near * a + cubic * a * b, near - cubic * (a + b), cubic] };
});

/**
 * Normal quantile that noise exceeds with probability `significance` in any of so many comparisons.
 *
 * @param comparisons - how many, at least 1; NaN gives NaN
 */
export function correctedQuantile(significance: number, comparisons: number): number {
  const { single, start, coefficients } = correctedQuantileFor(significance);
  if (comparisons === 1) return single;
  const s = Math.sqrt(start ** 2 + 2 * Math.log(comparisons)) - start;
  return single + s * (coefficients[0] + s * (coefficients[1] + s * coefficients[2]));
}
