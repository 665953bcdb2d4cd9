import { heldOut, predictionsIn, type CalibratedPredictions } from './calibrated-predictions.ts';
import { correctedQuantile } from './corrected-quantile.ts';
import type { Estimate } from './estimate.ts';
import { estimatedConfusion } from './estimated-confusion.ts';

/** Share of predictions that are expected to be right; NaN without predictions. */
export function estimatedAccuracy(calibrated: CalibratedPredictions): Estimate {
  const { all, predicted, truePositives, falseNegatives, ...variances } = estimatedConfusion(calibrated);
  const right = truePositives + (all - predicted - falseNegatives);
  return {
    value: right / all,
    variance: (variances.varianceOfTruePositives + variances.varianceOfFalseNegatives) / all ** 2,
  };
}

/**
 * Drop of the estimated accuracy below that of the held-out data that noise alone exceeds: z √(b (1 − b) / n +
 * Σ (n_k / n − m_k / m)² c_k (1 − c_k) / m_k). The first part is sampling. The second is what the held-out data leave open
 * of the shares c_k, as far as the predictions lie elsewhere.
 */
export function criticalEstimatedDrop(calibrated: CalibratedPredictions, significance: number): number {
  const reference = heldOut(calibrated);
  const baseline = estimatedAccuracy(reference).value;
  const [predictions, rows] = [predictionsIn(calibrated), predictionsIn(reference)];
  let variance = (baseline * (1 - baseline)) / predictions;
  calibrated.predictions.forEach((count, bin) => {
    const [share, held] = [calibrated.positive[bin] as number, calibrated.rows[bin] as number];
    variance += ((count / predictions - held / rows) ** 2 * share * (1 - share)) / Math.max(held, 1);
  });
  return correctedQuantile(significance, 1) * Math.sqrt(variance);
}
