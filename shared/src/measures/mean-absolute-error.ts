import { div } from '@grafana/promql-builder';
import { absoluteErrors, errorCount } from '../promql/errors.ts';
import type { Measure } from './measure.ts';

export const meanAbsoluteError: Measure = {
  id: 'mean-absolute-error',
  name: 'Mean absolute error',
  description: 'How far a regression was off on average, in the unit of its answers.',
  definition: 'Σ |prediction − actual| / outcomes',
  source: 'scikit-learn, mean_absolute_error',
  family: 'performance',
  unit: 'index',
  subject: 'model',
  worse: 'higher',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: (query) => div(absoluteErrors(query), errorCount(query)),
  observations: errorCount,
};
