import { gt, gte, increase, n, sum } from '@grafana/promql-builder';
import type { VectorExprBuilder } from '@grafana/promql-builder';
import type { AttributeName } from '../conventions/attributes.ts';
import { DEFAULT_MINIMUM_OBSERVATIONS, type MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { labels } from './series.ts';

/** What a counter grew by in the window, summed over replicas, apart by `attributes`. */
export function counted(counter: VectorExprBuilder, query: MeasureQuery, by: readonly AttributeName[]): Expression {
  return sum(grown(counter, query)).by(labels(...by));
}

/**
 * What a counter grew by in the window, each series for itself.
 *
 * @param offset - how long ago the window ended, as a PromQL duration; now unless given
 */
export function grown(counter: VectorExprBuilder, query: MeasureQuery, offset?: string): Expression {
  const range = counter.range(query.window);
  return increase(offset === undefined ? range : range.offset(offset));
}

/** `observations` where they reach the query's minimum; nothing elsewhere, so that no value comes from too few. */
export function enough(observations: Expression, query: MeasureQuery): Expression {
  const minimum = query.minimumObservations ?? DEFAULT_MINIMUM_OBSERVATIONS;
  return minimum > 0 ? gte(observations, n(minimum)) : gt(observations, n(0));
}
