import { add, div, mul, n } from '@grafana/promql-builder';
import { expectedPositives } from '../../promql/calibrated-scores.ts';
import { PER_SCORE } from '../../promql/outcome-scores.ts';
import { sumBy } from '../../promql/sum-by.ts';
import { estimatedF1 as f1Of } from '../../statistics/estimated-class.ts';
import { estimatedMeasure } from '../../templates/estimated-measure.ts';

const PREDICTED = { isPredicted: true };

export const estimatedF1 = estimatedMeasure({
  id: 'estimated-f1',
  name: 'Estimated F1',
  description:
    'Harmonic mean of the precision and the recall that are expected, before the outcomes are known. It sees other ' +
    'scores, not a changed meaning of the same score.',
  definition: '2 Σ n_k c_k where the class is predicted / (Σ n_k where it is predicted + Σ n_k c_k)',
  of: f1Of,
  promql: (query, counts) =>
    div(
      mul(n(2), sumBy(expectedPositives(counts, query, PREDICTED), PER_SCORE)),
      add(sumBy(counts(query, PREDICTED), PER_SCORE), sumBy(expectedPositives(counts, query), PER_SCORE)),
    ),
});
