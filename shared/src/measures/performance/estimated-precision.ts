import { div } from '@grafana/promql-builder';
import { expectedPositives } from '../../promql/calibrated-scores.ts';
import { PER_SCORE } from '../../promql/outcome-scores.ts';
import { sumBy } from '../../promql/sum-by.ts';
import { estimatedPrecision as precisionOf } from '../../statistics/estimated-class.ts';
import { estimatedMeasure } from '../../templates/estimated-measure.ts';

const PREDICTED = { isPredicted: true };

export const estimatedPrecision = estimatedMeasure({
  id: 'estimated-precision',
  name: 'Estimated precision',
  description:
    'Share of the predictions of the class that are expected to be right, before the outcomes are known. It sees other ' +
    'scores, not a changed meaning of the same score.',
  definition: 'Σ n_k c_k / Σ n_k, where the class is predicted',
  of: precisionOf,
  promql: (query, counts) =>
    div(sumBy(expectedPositives(counts, query, PREDICTED), PER_SCORE), sumBy(counts(query, PREDICTED), PER_SCORE)),
});
