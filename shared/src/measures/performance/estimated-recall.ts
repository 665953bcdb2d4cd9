import { div } from '@grafana/promql-builder';
import { expectedPositives } from '../../promql/calibrated-scores.ts';
import { PER_SCORE } from '../../promql/outcome-scores.ts';
import { sumBy } from '../../promql/sum-by.ts';
import { estimatedRecall as recallOf } from '../../statistics/estimated-class.ts';
import { estimatedMeasure } from '../../templates/estimated-measure.ts';

export const estimatedRecall = estimatedMeasure({
  id: 'estimated-recall',
  name: 'Estimated recall',
  description:
    'Share of those of the class that are expected to be found, before the outcomes are known. It sees other scores, not ' +
    'a changed meaning of the same score.',
  definition: 'Σ n_k c_k where the class is predicted / Σ n_k c_k',
  of: recallOf,
  promql: (query, counts) =>
    div(
      sumBy(expectedPositives(counts, query, { isPredicted: true }), PER_SCORE),
      sumBy(expectedPositives(counts, query), PER_SCORE),
    ),
});
