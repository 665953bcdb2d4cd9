import { div, gte, mul, n, pow, sub, sum } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_FEATURE } from '../promql/reference.ts';
import { featuresOf, labels, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { referenceShareExpression, sumOverBins, total } from './bin-shares.ts';
import { liveShare } from './live-share.ts';
import type { Measure } from './measure.ts';

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

function expression(query: MeasureQuery): Expression {
  const r = (): Expression => referenceShareExpression(query);
  const parts = div(pow(sub(liveShare(query), r()), n(2)), r());
  const observations = counted(
    series(counterSeries(METRICS.featureObservations), featuresOf(query)),
    query,
    PER_FEATURE,
  );
  // The comparison drops bins that are empty on both sides, where the quotient is no number.
  return mul(observations, sum(gte(parts, n(0))).by(labels(...PER_FEATURE)));
}

export const chiSquare: Measure = {
  id: 'chi-square',
  name: 'χ² statistic',
  description:
    'Pearson’s statistic of the live counts of a feature against its training data; it grows with traffic, so compare it with its critical value.',
  definition: 'n Σ (c − r)² / r',
  source: 'SciPy, stats.chisquare',
  unit: 'index',
  subject: 'feature',
  worse: 'higher',
  legend: () => '{{ml_feature_name}}',
  promql: expression,
};
