import { clampMin, gt, gte, mul, n } from '@grafana/promql-builder';
import { DEFAULT_MINIMUM_OBSERVATIONS, OBSERVATIONS_PER_BIN, type MeasureQuery } from '../query/measure-query.ts';
import { minimumOf } from '../query/minimum-observations.ts';
import type { Expression } from './expression.ts';

/**
 * `observations` if they reach the query's minimum, else nothing, so that no value rests on too few.
 *
 * @param bins - bins that the baseline uses, by the labels of the observations, for a comparison bin by bin
 */
export function atLeastMinimum(observations: Expression, query: MeasureQuery, bins?: () => Expression): Expression {
  if (bins !== undefined && query.minimumObservations === undefined) {
    return gte(observations, clampMin(mul(bins(), n(OBSERVATIONS_PER_BIN)), DEFAULT_MINIMUM_OBSERVATIONS));
  }
  const minimum = minimumOf(query);
  return minimum > 0 ? gte(observations, n(minimum)) : gt(observations, n(0));
}
