import { expectedOutcomesOf, outcomeVariances, type CalibratedPredictions } from './calibrated-predictions.ts';
import type { Estimate } from './estimate.ts';
import { rocAuc } from './roc-auc.ts';
import { total } from './shares.ts';

/** Area under the ROC curve that is to be expected of the scores; its variance by the delta method over the bins. */
export function estimatedRocAuc(calibrated: CalibratedPredictions): Estimate {
  const expected = expectedOutcomesOf(calibrated);
  const value = rocAuc(expected);
  const [all, others] = [total(expected.positives), total(expected.negatives)];
  const variances = outcomeVariances(calibrated);
  let [below, above] = [0, all];
  let variance = 0;
  expected.positives.forEach((positives, bin) => {
    const negatives = expected.negatives[bin] as number;
    above -= positives;
    // One outcome more of the class, and one less of the others.
    const change = (below + negatives / 2 - above - positives / 2) / (all * others) - value / all + value / others;
    variance += change ** 2 * (variances[bin] as number);
    below += negatives;
  });
  return { value, variance };
}
