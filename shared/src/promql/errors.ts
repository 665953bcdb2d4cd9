import { METRICS } from '../conventions/metrics.ts';
import { counterSeries, histogramSeries } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { counted, enough } from './counts.ts';
import type { Expression } from './expression.ts';
import { PER_MODEL } from './reference.ts';
import { modelOf, series, type LabelValues } from './series.ts';

/** Outcomes of a regression in the window; nothing when there were too few. */
export function errorCount(query: MeasureQuery): Expression {
  const count = series(histogramSeries(METRICS.outcomeError, 'count'), modelOf(query));
  return enough(counted(count, query, PER_MODEL), query);
}

/** Sum of absolute errors in the window. */
export function absoluteErrors(query: MeasureQuery): Expression {
  return counted(series(histogramSeries(METRICS.outcomeError, 'sum'), modelOf(query)), query, PER_MODEL);
}

/** Another sum over errors in the window. */
export function errorSum(
  metric: typeof METRICS.outcomeErrorSquared | typeof METRICS.outcomeDeviation,
  query: MeasureQuery,
  values: LabelValues = {},
): Expression {
  return counted(series(counterSeries(metric), { ...modelOf(query), ...values }), query, PER_MODEL);
}
