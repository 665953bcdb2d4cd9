import { div, gt, ln, mul, n, sum } from '@grafana/promql-builder';
import { PER_FEATURE } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from '../promql/expression.ts';
import { referenceShareExpression, sumOverBins } from './bin-shares.ts';
import { liveShare } from './live-share.ts';
import type { Measure } from './measure.ts';

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

function expression(query: MeasureQuery): Expression {
  const used = (): Expression => gt(liveShare(query), n(0));
  return sum(mul(used(), ln(div(used(), referenceShareExpression(query))))).by(labels(...PER_FEATURE));
}

export const klDivergence: Measure = {
  id: 'kl-divergence',
  name: 'KL divergence',
  description:
    'Information lost when the training data stand in for the live values; infinite once a value falls where they have none.',
  definition: 'Σ c ln(c / r)',
  source: 'SciPy, stats.entropy(c, r)',
  unit: 'index',
  subject: 'feature',
  worse: 'higher',
  legend: () => '{{ml_feature_name}}',
  promql: expression,
};
