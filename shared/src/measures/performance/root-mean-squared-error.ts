import { div, sqrt } from '@grafana/promql-builder';
import { errorCount, squaredErrors } from '../../promql/regression-errors.ts';
import { rootMeanSquaredErrorOf } from '../../statistics/regression-errors.ts';
import { errorMeasure } from '../../templates/error-measure.ts';

export const rootMeanSquaredError = errorMeasure({
  id: 'root-mean-squared-error',
  name: 'Root mean squared error',
  description: 'Like the mean absolute error, but large errors count more. In the unit of the predictions.',
  definition: 'sqrt(Σ (prediction − actual)² / outcomes)',
  source: 'scikit-learn, root_mean_squared_error',
  worse: 'higher',
  value: { of: rootMeanSquaredErrorOf, promql: (query) => sqrt(div(squaredErrors(query), errorCount(query))) },
});
