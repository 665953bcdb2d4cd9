import { div } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import { scoredOutcomes, scoreSum } from '../../promql/outcome-scores.ts';
import { logLoss as logLossOf, logLossInterval } from '../../statistics/log-loss.ts';
import { calibrationMeasure } from '../../templates/score-measure.ts';

export const logLoss = calibrationMeasure({
  id: 'log-loss',
  name: 'Log loss',
  description:
    'Mean surprise of the outcomes by their scores: 0 is certain and right, and one certain error costs 36. Probabilities ' +
    'are clipped to 2⁻⁵² and 1 − 2⁻⁵². Exact: it does not depend on bins.',
  definition: '−Σ ln(probability of what happened) / outcomes',
  source: 'scikit-learn, log_loss',
  unit: 'index',
  worse: 'higher',
  value: { of: logLossOf, promql: (query) => div(scoreSum(METRICS.outcomeScoreLogLoss, query), scoredOutcomes(query)) },
  interval: { source: 'normal, from the losses at the mean score of each bin', of: logLossInterval },
});
