import { div, gt, n, pow, sub, sum } from '@grafana/promql-builder';
import type { Expression } from '../../promql/expression.ts';
import { expectedOutcomes, PER_SCORE, PER_SCORE_BIN, scoredOutcomes } from '../../promql/outcome-scores.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { brierReliability as brierReliabilityOf } from '../../statistics/brier-score.ts';
import { calibrationMeasure } from '../../templates/score-measure.ts';

export function reliabilityExpression(query: MeasureQuery): Expression {
  const gap = sub(expectedOutcomes(query), scoredOutcomes(query, 'positives', PER_SCORE_BIN));
  const perBin = div(pow(gap, n(2)), gt(scoredOutcomes(query, 'all', PER_SCORE_BIN), n(0)));
  return div(sum(perBin).by([...PER_SCORE]), scoredOutcomes(query));
}

export const brierReliability = calibrationMeasure({
  id: 'brier-reliability',
  name: 'Brier reliability',
  description:
    'Part of the Brier score that calibration would remove: how far the share of the class is from the mean score of a bin. ' +
    '0 is calibrated. Exact for these bins; deviations that cancel out within a bin are not seen.',
  definition: 'Σ (p_k + n_k) (f_k − p_k / (p_k + n_k))² / outcomes',
  source: 'Murphy (1973)',
  unit: 'share',
  worse: 'higher',
  value: { of: brierReliabilityOf, promql: reliabilityExpression },
});
