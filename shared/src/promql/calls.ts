import { rate } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { dimensionLabels, histogram, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

const PER_MODEL = dimensionLabels(METRICS.predictionDuration);

/** Calls of each model in the window, including failed ones, optionally grouped by further labels. */
export function calls(query: MeasureQuery, values: LabelValues = {}, by: readonly string[] = []): Expression {
  const count = histogram(METRICS.predictionDuration, 'count', query.where, values);
  return sumBy(increaseOf(count, query.window), [...PER_MODEL, ...by]);
}

/** Calls of each model a second. */
export function callRate(query: MeasureQuery): Expression {
  return sumBy(rate(histogram(METRICS.predictionDuration, 'count', query.where).range(query.window)), PER_MODEL);
}
