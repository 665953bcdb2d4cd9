import { div } from '@grafana/promql-builder';
import { absoluteErrors, errorCount } from '../../promql/regression-errors.ts';
import { meanAbsoluteErrorOf } from '../../statistics/regression-errors.ts';
import { errorMeasure } from '../../templates/error-measure.ts';

export const meanAbsoluteError = errorMeasure({
  id: 'mean-absolute-error',
  name: 'Mean absolute error',
  description: 'Mean absolute error of a regression, in the unit of its predictions.',
  definition: 'Σ |prediction − actual| / outcomes',
  source: 'scikit-learn, mean_absolute_error',
  worse: 'higher',
  value: { of: meanAbsoluteErrorOf, promql: (query) => div(absoluteErrors(query), errorCount(query)) },
});
