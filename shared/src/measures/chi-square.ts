import { div, gte, mul, n, pow, sub, sum } from '@grafana/promql-builder';
import { driftMeasure } from './drift-measure.ts';
import { sumOverBins, total } from './sum-over-bins.ts';

/**
 * Pearson's χ² statistic of live counts against the shares of the reference. Bins that are empty on both sides are left
 * out.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns Infinity when a live value fell where the reference has none; NaN when either side is empty
 */
export function chiSquareStatistic(live: readonly number[], reference: readonly number[]): number {
  return total(live) * sumOverBins(live, reference, (c, r) => (c === 0 && r === 0 ? 0 : (c - r) ** 2 / r));
}

export const chiSquare = driftMeasure({
  id: 'chi-square',
  name: 'χ² statistic',
  description:
    'Pearson’s statistic of the live counts of a feature against its training data; it grows with traffic, so compare it with its critical value.',
  definition: 'n Σ (c − r)² / r',
  source: 'SciPy, stats.chisquare',
  unit: 'index',
  worse: 'higher',
  value: ({ live, reference, distribution, observations }) => {
    const parts = div(pow(sub(live(), reference()), n(2)), reference());
    // The comparison drops bins that are empty on both sides, where the quotient is no number.
    return mul(observations(), sum(gte(parts, n(0))).by([...distribution.per]));
  },
  critical: (noise, { observations }) => mul(noise, observations()),
});
