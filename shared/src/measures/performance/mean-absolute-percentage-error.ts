import { div, sub } from '@grafana/promql-builder';
import { relativeErrorSums } from '../../counts/relative-errors.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import type { Expression } from '../../promql/expression.ts';
import { errorCount, relativeErrors, zeroOutcomes } from '../../promql/regression-errors.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { defineMeasure } from '../../templates/measure.ts';

const usable = (query: MeasureQuery): Expression => sub(errorCount(query), zeroOutcomes(query));

export const meanAbsolutePercentageError = defineMeasure({
  id: 'mean-absolute-percentage-error',
  name: 'Mean absolute percentage error',
  description:
    'MAPE: mean absolute error as a part of the actual value, 0.1 for 10 %. Outcomes whose actual value is zero have none: ' +
    'they are left out and counted in ml.outcome.zeros. An error of more than a million times the actual value counts as ' +
    'that much.',
  definition: 'Σ |(prediction − actual) / actual| / outcomes, over those with actual ≠ 0',
  source: 'scikit-learn, mean_absolute_percentage_error, of values that are not zero',
  family: 'performance',
  unit: 'index',
  subject: 'model',
  worse: 'higher',
  inputs: ['model', 'version', 'minimumObservations'],
  counts: relativeErrorSums,
  value: {
    of: ({ sum, count }, query) => whenEnough(sum / count, count, query),
    promql: (query) => div(relativeErrors(query), atLeastMinimum(usable(query), query)),
  },
  observations: { of: ({ count }) => count, promql: usable },
});
