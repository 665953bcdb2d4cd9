import { div, sub } from '@grafana/promql-builder';
import { errorCount, errorsOn } from '../../promql/regression-errors.ts';
import { meanErrorOf } from '../../statistics/regression-errors.ts';
import { errorMeasure } from '../../templates/error-measure.ts';

export const bias = errorMeasure({
  id: 'bias',
  name: 'Bias',
  description: 'Mean error of a regression, in the unit of its predictions. Above zero, the predictions are too high.',
  definition: 'Σ (prediction − actual) / outcomes',
  source: 'Hyndman & Athanasopoulos, Forecasting: Principles and Practice, mean error',
  worse: 'neither',
  value: {
    of: meanErrorOf,
    promql: (query) => div(sub(errorsOn('above', query), errorsOn('below', query)), errorCount(query)),
  },
});
