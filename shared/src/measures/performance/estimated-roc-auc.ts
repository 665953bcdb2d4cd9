import { div, gt, mul, n } from '@grafana/promql-builder';
import { expectedNegatives, expectedPositives } from '../../promql/calibrated-scores.ts';
import { pairsBySide, PER_SCORE } from '../../promql/outcome-scores.ts';
import { sumBy } from '../../promql/sum-by.ts';
import { estimatedRocAuc as areaOf } from '../../statistics/estimated-roc-auc.ts';
import { estimatedMeasure } from '../../templates/estimated-measure.ts';

export const estimatedRocAuc = estimatedMeasure({
  id: 'estimated-roc-auc',
  name: 'Estimated ROC AUC',
  description:
    'How well the score is expected to rank, before the outcomes are known: 0.5 is chance, 1 is perfect. It sees other ' +
    'scores, not a changed meaning of the same score.',
  definition: 'ROC AUC of n_k c_k positives and n_k (1 − c_k) negatives in each bin',
  of: areaOf,
  promql: (query, counts) => {
    const sides = { positives: expectedPositives, negatives: expectedNegatives };
    const all = (side: keyof typeof sides) => sumBy(sides[side](counts, query), PER_SCORE);
    return div(
      pairsBySide((side, ranks) => sides[side](counts, query, { ranks })),
      gt(mul(all('positives'), all('negatives')), n(0)),
    );
  },
});
