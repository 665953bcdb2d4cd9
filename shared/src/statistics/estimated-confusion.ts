import { outcomeVariances, type CalibratedPredictions } from './calibrated-predictions.ts';

/** Confusion of one class with the others, as it is to be expected. */
export interface EstimatedConfusion {
  readonly all: number;
  readonly predicted: number;
  readonly truePositives: number;
  readonly falseNegatives: number;
  /** Variances of the last two, which are independent: they lie in different bins. */
  readonly varianceOfTruePositives: number;
  readonly varianceOfFalseNegatives: number;
}

/**
 * The confusion matrix that is to be expected from how often each bin of the score was right.
 *
 * Source: confidence-based performance estimation, NannyML; over bins.
 */
export function estimatedConfusion(calibrated: CalibratedPredictions): EstimatedConfusion {
  const variances = outcomeVariances(calibrated);
  const confusion = {
    all: 0,
    predicted: 0,
    truePositives: 0,
    falseNegatives: 0,
    varianceOfTruePositives: 0,
    varianceOfFalseNegatives: 0,
  };
  calibrated.predictions.forEach((count, bin) => {
    const positives = count * (calibrated.positive[bin] as number);
    const variance = variances[bin] as number;
    confusion.all += count;
    if (calibrated.isPredicted[bin] === true) {
      confusion.predicted += count;
      confusion.truePositives += positives;
      confusion.varianceOfTruePositives += variance;
    } else {
      confusion.falseNegatives += positives;
      confusion.varianceOfFalseNegatives += variance;
    }
  });
  return confusion;
}
