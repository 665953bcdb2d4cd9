import { abs, div, n, sqrt, sub, sum } from '@grafana/promql-builder';
import { driftMeasure } from './drift-measure.ts';
import { sumOverBins } from './sum-over-bins.ts';

/**
 * Total variation distance: the share of values that would have to change bins, between 0 and 1.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 */
export function totalVariationDistance(live: readonly number[], reference: readonly number[]): number {
  return sumOverBins(live, reference, (c, r) => Math.abs(c - r)) / 2;
}

export const totalVariation = driftMeasure({
  id: 'total-variation',
  name: 'Total variation',
  description: 'Share of the values of a feature that would have to change bins to look like the training data.',
  definition: '½ Σ |c − r|',
  source: 'Levin, Peres & Wilmer, Markov Chains and Mixing Times, section 4.1',
  unit: 'share',
  worse: 'higher',
  value: ({ live, reference, distribution }) => div(sum(abs(sub(live(), reference()))).by([...distribution.per]), n(2)),
  // Bounded by way of Cauchy and Schwarz, so that it errs on the quiet side.
  critical: (noise) => div(sqrt(noise), n(2)),
});
