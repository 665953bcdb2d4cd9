import { mul, n, sub } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { Expression } from '../promql/expression.ts';
import { missingInTraining, problemInTraining } from '../promql/feature-values.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** Training rows that have a value of a feature, by feature. */
export function trainingRows(query: MeasureQuery): Expression {
  const perModel = dimensionLabels(METRICS.referenceRows);
  const usable = sub(sub(n(1), missingInTraining(query)), problemInTraining(query, 'invalid'));
  return mul(usable, reference(METRICS.referenceRows, query, perModel))
    .on(perModel)
    .groupLeft([]);
}
