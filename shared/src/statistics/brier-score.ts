import { normalInterval } from './normal-interval.ts';
import { outcomesIn, type CalibratedOutcomes } from './scored-outcomes.ts';
import { total } from './shares.ts';

/**
 * Brier score: mean squared difference between the score and what happened. It equals
 * reliability − resolution + uncertainty, where the uncertainty is the share of positives times that of negatives.
 *
 * Source: Brier, Monthly Weather Review 78 (1950), 1–3, in the form of scikit-learn, brier_score_loss.
 *
 * @returns between 0 and 1; NaN without outcomes
 */
export function brierScore(outcomes: CalibratedOutcomes): number {
  return outcomes.squaredErrors / outcomesIn(outcomes);
}

/**
 * Reliability of the Brier score: squared difference of the mean score and the share of positives in a bin, on average
 * over outcomes; 0 is calibrated.
 *
 * Source: Murphy, Journal of Applied Meteorology 12 (1973), 595–600.
 *
 * @returns NaN without outcomes
 */
export function brierReliability(outcomes: CalibratedOutcomes): number {
  const { positives, negatives, expected } = outcomes;
  let sum = 0;
  for (let i = 0; i < positives.length; i++) {
    const positive = positives[i] as number;
    const all = positive + (negatives[i] as number);
    if (all > 0) sum += ((expected[i] as number) - positive) ** 2 / all;
  }
  return sum / outcomesIn(outcomes);
}

/**
 * Resolution of the Brier score: what the score tells beyond the share of positives, with what it tells within bins, so
 * that the parts add up to the Brier score however wide the bins are.
 *
 * Source: Stephenson, Coelho & Jolliffe, Weather and Forecasting 23 (2008), 752–757, generalized resolution.
 *
 * @returns NaN without outcomes
 */
export function brierResolution(outcomes: CalibratedOutcomes): number {
  const positive = total(outcomes.positives) / outcomesIn(outcomes);
  return brierReliability(outcomes) + positive * (1 - positive) - brierScore(outcomes);
}

/**
 * Interval of the Brier score by the variance of squared errors, each taken at the mean score of its bin.
 *
 * @returns lower and upper end; NaN without outcomes
 */
export function brierInterval(outcomes: CalibratedOutcomes, significance?: number): readonly [number, number] {
  const variance = varianceOfLosses(outcomes, (probability) => (1 - probability) ** 2);
  return normalInterval(brierScore(outcomes), variance / outcomesIn(outcomes), significance, [0, 1]);
}

/**
 * Variance of a loss of outcomes, each taken at the mean score of its bin.
 *
 * @param lossOf - of the probability of what happened
 */
export function varianceOfLosses(outcomes: CalibratedOutcomes, lossOf: (probability: number) => number): number {
  const { positives, negatives, expected } = outcomes;
  const count = outcomesIn(outcomes);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < positives.length; i++) {
    const [positive, negative] = [positives[i] as number, negatives[i] as number];
    if (positive + negative <= 0) continue;
    const score = (expected[i] as number) / (positive + negative);
    for (const [cases, loss] of [
      [positive, lossOf(score)],
      [negative, lossOf(1 - score)],
    ] as const) {
      if (cases <= 0) continue;
      sum += cases * loss;
      squares += cases * loss ** 2;
    }
  }
  return Math.max(squares / count - (sum / count) ** 2, 0);
}
