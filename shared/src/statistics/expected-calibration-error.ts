import { outcomesIn, type CalibratedOutcomes } from './scored-outcomes.ts';

/**
 * Expected calibration error: difference of the mean score and the share of positives in a bin, on average over outcomes.
 *
 * Source: Naeini, Cooper & Hauskrecht, AAAI 2015, 2901–2907, over the bins of the profile.
 *
 * @returns between 0 and 1; NaN without outcomes
 */
export function expectedCalibrationError(outcomes: CalibratedOutcomes): number {
  let sum = 0;
  for (let i = 0; i < outcomes.positives.length; i++) {
    sum += Math.abs((outcomes.expected[i] as number) - (outcomes.positives[i] as number));
  }
  return sum / outcomesIn(outcomes);
}
