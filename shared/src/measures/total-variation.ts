import { abs, div, n, sub, sum } from '@grafana/promql-builder';
import { PER_FEATURE } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import { referenceShareExpression, sumOverBins } from './bin-shares.ts';
import { liveShare } from './live-share.ts';
import type { Measure } from './measure.ts';

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

export const totalVariation: Measure = {
  id: 'total-variation',
  name: 'Total variation',
  description: 'Share of the values of a feature that would have to change bins to look like the training data.',
  definition: '½ Σ |c − r|',
  source: 'Levin, Peres & Wilmer, Markov Chains and Mixing Times, section 4.1',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  legend: () => '{{ml_feature_name}}',
  promql: (query) =>
    div(sum(abs(sub(liveShare(query), referenceShareExpression(query)))).by(labels(...PER_FEATURE)), n(2)),
};
