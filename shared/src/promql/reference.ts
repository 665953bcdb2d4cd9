import { lastOverTime, max } from '@grafana/promql-builder';
import type { MetricOf } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { gauge, type LabelValues } from './selectors.ts';

/**
 * A gauge of the reference profile. Every replica exports the same number, so the maximum is that number; the last value
 * in the window is taken because live counts reach back that far, also for replicas that are gone by now.
 *
 * @param by - labels of the values
 */
export function reference(
  metric: MetricOf<'gauge'>,
  query: Pick<MeasureQuery, 'where' | 'window'>,
  by: readonly string[],
  values: LabelValues = {},
): Expression {
  return max(lastOverTime(gauge(metric, query.where, values).range(query.window))).by([...by]);
}
