import { gt, gte, n } from '@grafana/promql-builder';
import type { MeasureQuery } from '../query/measure-query.ts';
import { minimumOf } from '../query/minimum-observations.ts';
import type { Expression } from './expression.ts';

/** `observations` if they reach the query's minimum, else nothing, so that no value rests on too few. */
export function atLeastMinimum(observations: Expression, query: MeasureQuery): Expression {
  const minimum = minimumOf(query);
  return minimum > 0 ? gte(observations, n(minimum)) : gt(observations, n(0));
}
