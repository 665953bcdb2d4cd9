import { div, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { errorCount, errorSum } from '../promql/errors.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';

/** Sum of the errors of one sign, positive. */
function side(query: MeasureQuery, name: 'above' | 'below'): Expression {
  return errorSum(METRICS.outcomeDeviation, query, { [ATTRIBUTES.deviationSide]: { is: name } });
}

export const bias: Measure = {
  id: 'bias',
  name: 'Bias',
  description: 'Whether a regression answers too high (above zero) or too low on average, in the unit of its answers.',
  definition: 'Σ (prediction − actual) / outcomes',
  source: 'Hyndman & Athanasopoulos, Forecasting: Principles and Practice, mean error',
  family: 'performance',
  unit: 'index',
  subject: 'model',
  worse: 'neither',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: (query) => div(sub(side(query, 'above'), side(query, 'below')), errorCount(query)),
  observations: errorCount,
};
