import { chiSquareCorrection } from './chi-square-correction.ts';
import { chiSquareQuantile } from './chi-square-quantile.ts';
import { DEFAULT_SIGNIFICANCE } from './significance.ts';

/**
 * PSI that sampling noise alone exceeds with probability `significance`: (1/n + 1/m) χ²(B − 1, 1 − significance / K).
 *
 * Source: Yurdakul, Statistical Properties of Population Stability Index (2018).
 *
 * @param live - live observations n
 * @param reference - training rows m that have a value of the feature
 * @param bins - bins B that the reference uses
 * @param together - features K of which none is to exceed it by noise
 * @returns 0 for one bin, NaN for none and without observations
 */
export function psiCriticalValueOf(
  live: number,
  reference: number,
  bins: number,
  significance: number = DEFAULT_SIGNIFICANCE,
  together = 1,
): number {
  if (!(live > 0 && reference > 0)) return NaN;
  const quantile = chiSquareQuantile(bins - 1, 1 - significance);
  return (1 / live + 1 / reference) * quantile * chiSquareCorrection(bins - 1, significance, together);
}
