import { add, mul, n } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { counter, dimensionLabels } from './selectors.ts';
import { sumBy } from './sum-by.ts';

export const CUTOFF = labelOf(ATTRIBUTES.rankingCutoff);

/** Labels of a model that ranks, and of one of the places to which its rankings are looked at. */
export const PER_RANKER: readonly string[] = dimensionLabels(METRICS.rankings);
export const PER_CUTOFF: readonly string[] = [...PER_RANKER, CUTOFF];

/** A sum over the rankings in the window, by model and place. */
export function rankingSum(metric: MetricOf<'counter'>, query: MeasureQuery): Expression {
  return sumBy(increaseOf(counter(metric, query.where), query.window), PER_CUTOFF);
}

/** Rankings in the window, by model. */
export function rankings(query: MeasureQuery): Expression {
  return sumBy(increaseOf(counter(METRICS.rankings, query.where), query.window), PER_RANKER);
}

/** The same, repeated for each place. */
export function rankingsAtEach(query: MeasureQuery): Expression {
  return add(mul(rankingSum(METRICS.rankingHits, query), n(0)), rankings(query))
    .on([...PER_RANKER])
    .groupLeft([]);
}
