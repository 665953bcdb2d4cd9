import { add, clampMin, div, gt, ln, mul, n, sqrt, sum } from '@grafana/promql-builder';
import type { Expression } from '../promql/expression.ts';
import { driftMeasure } from './drift-measure.ts';
import { DRIFT_REMEDY } from './remedies.ts';
import { sumOverBins } from './sum-over-bins.ts';

/**
 * Jensen–Shannon distance to the base 2, between 0 (equal) and 1 (nothing in common).
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 */
export function jensenShannonDistance(live: readonly number[], reference: readonly number[]): number {
  const divergence = sumOverBins(live, reference, (c, r) => {
    const middle = (c + r) / 2;
    return (entropy(c, middle) + entropy(r, middle)) / 2;
  });
  // Rounding may leave a trace below zero for equal shares.
  return Math.sqrt(Math.max(divergence, 0) / Math.LN2);
}

function entropy(share: number, middle: number): number {
  return share > 0 ? share * Math.log(share / middle) : 0;
}

export const jsDistance = driftMeasure({
  id: 'js-distance',
  name: 'Jensen–Shannon distance',
  description:
    'How far the live distribution of a feature is from its training data, between 0 and 1; empty bins do it no harm.',
  definition: 'sqrt(½ Σ c ln(c/μ) + ½ Σ r ln(r/μ)) / sqrt(ln 2), μ = (c + r) / 2',
  source: 'SciPy, spatial.distance.jensenshannon(base=2); threshold of NannyML',
  unit: 'index',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.1, remedy: DRIFT_REMEDY },
  value: ({ live, reference, distribution }) => {
    const middle = (): Expression => div(add(live(), reference()), n(2));
    const entropies = (share: () => Expression): Expression => {
      const used = (): Expression => gt(share(), n(0));
      return sum(mul(used(), ln(div(used(), middle())))).by([...distribution.per]);
    };
    return sqrt(clampMin(div(add(entropies(live), entropies(reference)), n(2 * Math.LN2)), 0));
  },
  critical: (noise) => sqrt(div(noise, n(8 * Math.LN2))),
});
