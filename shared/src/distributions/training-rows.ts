import { mul, n, sub } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { Expression } from '../promql/expression.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** Training rows that have a value of a feature, by feature. */
export function trainingRows(query: MeasureQuery): Expression {
  const perFeature = dimensionLabels(METRICS.referenceFeatureMissingRatio);
  const perModel = dimensionLabels(METRICS.referenceRows);
  const missing = reference(METRICS.referenceFeatureMissingRatio, query, perFeature);
  return mul(sub(n(1), missing), reference(METRICS.referenceRows, query, perModel))
    .on(perModel)
    .groupLeft([]);
}
