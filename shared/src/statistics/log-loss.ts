import { varianceOfLosses } from './brier-score.ts';
import { normalInterval } from './normal-interval.ts';
import { outcomesIn, type CalibratedOutcomes } from './scored-outcomes.ts';

/**
 * Log loss: mean of −ln of the probability of what happened, clipped to 2⁻⁵² and 1 − 2⁻⁵² where it is recorded.
 *
 * Source: scikit-learn, log_loss.
 *
 * @returns NaN without outcomes
 */
export function logLoss(outcomes: CalibratedOutcomes): number {
  return outcomes.logLosses / outcomesIn(outcomes);
}

/**
 * Interval of the log loss by the variance of losses, each taken at the mean score of its bin.
 *
 * @returns lower and upper end; NaN without outcomes
 */
export function logLossInterval(outcomes: CalibratedOutcomes, significance?: number): readonly [number, number] {
  const variance = varianceOfLosses(outcomes, (probability) => -Math.log(Math.max(probability, Number.EPSILON)));
  return normalInterval(logLoss(outcomes), variance / outcomesIn(outcomes), significance, [0, Infinity]);
}
