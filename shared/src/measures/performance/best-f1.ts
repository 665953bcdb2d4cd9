import { add, div, gt, max, mul, n } from '@grafana/promql-builder';
import { outcomesFromBin, PER_SCORE, scoredOutcomes } from '../../promql/outcome-scores.ts';
import { bestF1 as bestF1Of } from '../../statistics/threshold-counts.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';

export const bestF1 = scoreMeasure({
  id: 'best-f1',
  name: 'Best F1',
  description:
    'Highest F1 that another decision threshold would give. Exact at edges, and never too high: a threshold between two ' +
    'edges may give a little more.',
  definition: 'max over edges of 2 TP / (2 TP + FP + FN)',
  source: 'scikit-learn, f1_score over precision_recall_curve',
  unit: 'share',
  worse: 'lower',
  value: {
    of: (outcomes) => bestF1Of(outcomes).f1,
    promql: (query) => {
      const sides = add(outcomesFromBin(query), gt(scoredOutcomes(query, 'positives'), n(0)))
        .on([...PER_SCORE])
        .groupLeft([]);
      return max(div(mul(outcomesFromBin(query, 'positives'), n(2)), sides)).by([...PER_SCORE]);
    },
  },
});
