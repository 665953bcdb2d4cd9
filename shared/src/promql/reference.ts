import { lastOverTime, max } from '@grafana/promql-builder';
import type { MetricOf } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { gauge, type LabelValues } from './selectors.ts';

/**
 * A gauge of the reference profile. Every replica with the same profile exports the same number, so the maximum is that
 * number; the last value in the window is taken because live counts reach back that far, also for replicas that are gone
 * by now.
 *
 * @param by - labels of the values
 * @param offset - how long ago the window ended, as a PromQL duration; now unless given
 */
export function reference(
  metric: MetricOf<'gauge'>,
  query: Pick<MeasureQuery, 'where' | 'window'>,
  by: readonly string[],
  values: LabelValues = {},
  offset?: string,
): Expression {
  const range = gauge(metric, query.where, values).range(query.window);
  return max(lastOverTime(offset === undefined ? range : range.offset(offset))).by([...by]);
}
