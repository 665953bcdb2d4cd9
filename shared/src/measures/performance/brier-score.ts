import { div } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import type { Expression } from '../../promql/expression.ts';
import { scoredOutcomes, scoreSum } from '../../promql/outcome-scores.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { brierInterval, brierScore as brierScoreOf } from '../../statistics/brier-score.ts';
import { calibrationMeasure } from '../../templates/score-measure.ts';

export function brierExpression(query: MeasureQuery): Expression {
  return div(scoreSum(METRICS.outcomeScoreErrorSquared, query), scoredOutcomes(query));
}

export const brierScore = calibrationMeasure({
  id: 'brier-score',
  name: 'Brier score',
  description:
    'Mean squared difference of the score and what happened, 1 for the class and 0 for others. It is ' +
    'reliability − resolution + uncertainty, the last being P N / (P + N)². Exact: it does not depend on bins.',
  definition: 'Σ (score − outcome)² / outcomes',
  source: 'scikit-learn, brier_score_loss',
  unit: 'share',
  worse: 'higher',
  value: { of: brierScoreOf, promql: brierExpression },
  interval: { source: 'normal, from the squared errors at the mean score of each bin', of: brierInterval },
});
