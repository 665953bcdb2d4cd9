import { div, gt, ln, mul, n, sum } from '@grafana/promql-builder';
import type { Expression } from '../promql/expression.ts';
import { driftMeasure } from './drift-measure.ts';
import { sumOverBins } from './sum-over-bins.ts';

/**
 * Kullback–Leibler divergence of the live shares from the reference, in nats.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns Infinity when a live value fell where the reference has none; NaN when either side is empty
 */
export function kullbackLeiblerDivergence(live: readonly number[], reference: readonly number[]): number {
  return sumOverBins(live, reference, (c, r) => (c > 0 ? c * Math.log(c / r) : 0));
}

export const klDivergence = driftMeasure({
  id: 'kl-divergence',
  name: 'KL divergence',
  description:
    'Information lost when the baseline stands in for the live values; infinite once a value falls where it has none.',
  definition: 'Σ c ln(c / r)',
  source: 'SciPy, stats.entropy(c, r)',
  unit: 'index',
  worse: 'higher',
  value: ({ live, reference, distribution }) => {
    const used = (): Expression => gt(live(), n(0));
    return sum(mul(used(), ln(div(used(), reference())))).by([...distribution.per]);
  },
  critical: (noise) => div(noise, n(2)),
});
