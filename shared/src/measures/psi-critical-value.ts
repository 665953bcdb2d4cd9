import { distributionOf } from '../distributions/distribution-of.ts';
import { compared } from '../distributions/compared.ts';
import { DEFAULT_SIGNIFICANCE } from '../query/measure-query.ts';
import { chiSquareQuantile } from './chi-square-quantile.ts';
import type { Measure } from './measure.ts';
import { noiseFloor } from './noise-floor.ts';

/**
 * PSI that sampling noise alone exceeds with probability `significance`: (1/n + 1/m) χ²(B − 1, 1 − significance).
 *
 * @param live - live observations n
 * @param reference - training rows m in which the feature was there
 * @param bins - bins B that the reference uses
 * @returns NaN for fewer than two bins, and without observations
 */
export function psiCriticalValueOf(
  live: number,
  reference: number,
  bins: number,
  significance: number = DEFAULT_SIGNIFICANCE,
): number {
  if (!(live > 0 && reference > 0)) return NaN;
  return (1 / live + 1 / reference) * chiSquareQuantile(bins - 1, 1 - significance);
}

export const psiCriticalValue: Measure = {
  id: 'psi-critical-value',
  name: 'PSI noise floor',
  description: 'The PSI that sampling noise alone reaches at this number of observations; a PSI below it says nothing.',
  definition: '(1/n + 1/m) χ²(B − 1, 1 − significance), B counting the bins that the baseline uses',
  source: 'Yurdakul, Statistical Properties of Population Stability Index (2018)',
  family: 'drift',
  unit: 'index',
  subject: 'distribution',
  worse: 'neither',
  legend: (query) => `${distributionOf(query).legend} noise floor`,
  promql: noiseFloor,
  observations: (query) => compared(query).observations(),
};
