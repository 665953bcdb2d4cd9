import { div, gt, mul, n } from '@grafana/promql-builder';
import { pairsInOrder, scoredOutcomes } from '../../promql/outcome-scores.ts';
import type { Expression } from '../../promql/expression.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { rocAuc as rocAucOf, rocAucInterval } from '../../statistics/roc-auc.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';

/** The area in PromQL; nothing without positives or without negatives. */
export function rocAucExpression(query: MeasureQuery): Expression {
  const pairs = mul(scoredOutcomes(query, 'positives'), scoredOutcomes(query, 'negatives'));
  return div(pairsInOrder(query), gt(pairs, n(0)));
}

export const rocAuc = scoreMeasure({
  id: 'roc-auc',
  name: 'ROC AUC',
  description:
    'How well the score ranks: the probability that an outcome of the class has a higher score than another one. 0.5 is ' +
    'chance, 1 is perfect. Pairs within a bin count half, so it is off by at most ½ Σ p_k n_k / (P N).',
  definition: 'Σ p_k (n_1 + … + n_(k−1) + n_k / 2) / (P N)',
  source: 'scikit-learn, roc_auc_score; Mann & Whitney (1947)',
  unit: 'share',
  worse: 'lower',
  value: {
    of: rocAucOf,
    promql: rocAucExpression,
  },
  interval: { source: 'DeLong et al. 1988, over bins', of: rocAucInterval },
});
