import { mul, n, sub } from '@grafana/promql-builder';
import { rocAuc, rocAucInterval } from '../../statistics/roc-auc.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';
import { rocAucExpression } from './roc-auc.ts';

const ofArea = (area: number): number => 2 * area - 1;

export const gini = scoreMeasure({
  id: 'gini',
  name: 'Gini coefficient',
  description:
    'Accuracy ratio of the score as credit scoring states it: 0 is chance, 1 is perfect. It is off by at most twice what ' +
    'the ROC AUC is, Σ p_k n_k / (P N).',
  definition: '2 AUC − 1',
  source: 'Somers’ D of scores and outcomes; Engelmann, Hayden & Tasche (2003)',
  unit: 'index',
  worse: 'lower',
  value: {
    of: (outcomes) => ofArea(rocAuc(outcomes)),
    promql: (query) => sub(mul(rocAucExpression(query), n(2)), n(1)),
  },
  interval: {
    source: 'that of the ROC AUC',
    of: (outcomes, significance) => {
      const [lower, upper] = rocAucInterval(outcomes, significance);
      return [ofArea(lower), ofArea(upper)];
    },
  },
});
