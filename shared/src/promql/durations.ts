import type { MetricOf } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { dimensionLabels, histogram } from './selectors.ts';
import { sumBy } from './sum-by.ts';

/** Durations of each model that a histogram counted in the window. */
export function durations(metric: MetricOf<'histogram'>, query: MeasureQuery): Expression {
  return sumBy(increaseOf(histogram(metric, 'count', query.where), query.window), dimensionLabels(metric));
}

/** Those of them that were at most as long as the label `le` says. */
export function durationBuckets(metric: MetricOf<'histogram'>, query: MeasureQuery): Expression {
  return sumBy(increaseOf(histogram(metric, 'bucket', query.where), query.window), ['le', ...dimensionLabels(metric)]);
}
