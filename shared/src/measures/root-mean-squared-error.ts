import { div, sqrt } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { errorCount, errorSum } from '../promql/errors.ts';
import type { Measure } from './measure.ts';

export const rootMeanSquaredError: Measure = {
  id: 'root-mean-squared-error',
  name: 'Root mean squared error',
  description: 'How far a regression was off, large errors counting more, in the unit of its answers.',
  definition: 'sqrt(Σ (prediction − actual)² / outcomes)',
  source: 'scikit-learn, root_mean_squared_error',
  family: 'performance',
  unit: 'index',
  subject: 'model',
  worse: 'higher',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: (query) => sqrt(div(errorSum(METRICS.outcomeErrorSquared, query), errorCount(query))),
  observations: errorCount,
};
