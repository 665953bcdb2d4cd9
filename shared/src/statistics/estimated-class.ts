import type { CalibratedPredictions } from './calibrated-predictions.ts';
import type { Estimate } from './estimate.ts';
import { estimatedConfusion } from './estimated-confusion.ts';

/** Precision that is to be expected of the class; NaN where it is never predicted. */
export function estimatedPrecision(calibrated: CalibratedPredictions): Estimate {
  const { truePositives, predicted, varianceOfTruePositives } = estimatedConfusion(calibrated);
  return { value: truePositives / predicted, variance: varianceOfTruePositives / predicted ** 2 };
}

/** Recall that is to be expected of the class; its variance by the delta method. */
export function estimatedRecall(calibrated: CalibratedPredictions): Estimate {
  const { truePositives, falseNegatives, ...variances } = estimatedConfusion(calibrated);
  const actual = truePositives + falseNegatives;
  const value = truePositives / actual;
  return { value, variance: ratioVariance(1 - value, value, actual, variances) };
}

/** F1 that is to be expected of the class; its variance by the delta method. */
export function estimatedF1(calibrated: CalibratedPredictions): Estimate {
  const { truePositives, falseNegatives, predicted, ...variances } = estimatedConfusion(calibrated);
  const sides = predicted + truePositives + falseNegatives;
  const value = (2 * truePositives) / sides;
  return { value, variance: ratioVariance(2 - value, value, sides, variances) };
}

/** Variance of a ratio that grows by `found` / `all` with each true positive and falls by `missed` / `all` with each false negative. */
function ratioVariance(
  found: number,
  missed: number,
  all: number,
  variances: { readonly varianceOfTruePositives: number; readonly varianceOfFalseNegatives: number },
): number {
  const { varianceOfTruePositives, varianceOfFalseNegatives } = variances;
  return (found ** 2 * varianceOfTruePositives + missed ** 2 * varianceOfFalseNegatives) / all ** 2;
}
