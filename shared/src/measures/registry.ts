import { QueryError } from '../query/query-error.ts';
import { accuracy } from './performance/accuracy.ts';
import { accuracyDrop } from './performance/accuracy-drop.ts';
import { averagePrecision } from './performance/average-precision.ts';
import { balancedAccuracy } from './performance/balanced-accuracy.ts';
import { bestF1 } from './performance/best-f1.ts';
import { bestF1Threshold } from './performance/best-f1-threshold.ts';
import { bias } from './performance/bias.ts';
import { brierReliability } from './performance/brier-reliability.ts';
import { brierResolution } from './performance/brier-resolution.ts';
import { brierScore } from './performance/brier-score.ts';
import { chiSquare } from './drift/chi-square.ts';
import { chiSquarePValue } from './drift/chi-square-p-value.ts';
import { classSeparation } from './performance/class-separation.ts';
import { convertedShare } from './data-quality/converted-share.ts';
import { demographicParityDifference } from './fairness/demographic-parity-difference.ts';
import { disparateImpact } from './fairness/disparate-impact.ts';
import { equalizedOddsDifference } from './fairness/equalized-odds-difference.ts';
import { equalOpportunityDifference } from './fairness/equal-opportunity-difference.ts';
import { errorShare } from './traffic/error-share.ts';
import { errorTypeShare } from './traffic/error-type-share.ts';
import { estimatedAccuracy } from './performance/estimated-accuracy.ts';
import { estimatedAccuracyDrop } from './performance/estimated-accuracy-drop.ts';
import { estimatedF1 } from './performance/estimated-f1.ts';
import { estimatedPrecision } from './performance/estimated-precision.ts';
import { estimatedRecall } from './performance/estimated-recall.ts';
import { estimatedRocAuc } from './performance/estimated-roc-auc.ts';
import { expectedCalibrationError } from './performance/expected-calibration-error.ts';
import { f1 } from './performance/f1.ts';
import { falseNegativeRate } from './fairness/false-negative-rate.ts';
import { falseNegativeRateRatio } from './fairness/false-negative-rate-ratio.ts';
import { falsePositiveRate } from './fairness/false-positive-rate.ts';
import { falsePositiveRateRatio } from './fairness/false-positive-rate-ratio.ts';
import { gini } from './performance/gini.ts';
import { groupAccuracy } from './fairness/group-accuracy.ts';
import { hellingerDistance } from './drift/hellinger-distance.ts';
import { hitRate } from './performance/hit-rate.ts';
import { invalidShare } from './data-quality/invalid-share.ts';
import { jsDistance } from './drift/js-distance.ts';
import { klDivergence } from './drift/kl-divergence.ts';
import { kolmogorovSmirnov } from './drift/kolmogorov-smirnov.ts';
import { labelDelay } from './performance/label-delay.ts';
import { latencyQuantile } from './traffic/latency-quantile.ts';
import { liveShare } from './drift/live-share.ts';
import { logLoss } from './performance/log-loss.ts';
import { matthewsCorrelation } from './performance/matthews-correlation.ts';
import { meanAbsolutePercentageError } from './performance/mean-absolute-percentage-error.ts';
import { meanAbsoluteError } from './performance/mean-absolute-error.ts';
import { maximum } from './drift/maximum.ts';
import { mean } from './drift/mean.ts';
import { meanShift } from './drift/mean-shift.ts';
import { minimum } from './drift/minimum.ts';
import { missingShare } from './data-quality/missing-share.ts';
import { ndcg } from './performance/ndcg.ts';
import { noTraffic } from './traffic/no-traffic.ts';
import { outlierShare } from './data-quality/outlier-share.ts';
import { outOfRangeShare } from './data-quality/out-of-range-share.ts';
import { pinballLoss } from './performance/pinball-loss.ts';
import { positivePredictiveValue } from './fairness/positive-predictive-value.ts';
import { precision } from './performance/precision.ts';
import { predictiveParityDifference } from './fairness/predictive-parity-difference.ts';
import { predictionPsi } from './drift/prediction-psi.ts';
import { priorShift } from './drift/prior-shift.ts';
import { psi } from './drift/psi.ts';
import { psiContribution } from './drift/psi-contribution.ts';
import { psiCriticalValue } from './drift/psi-critical-value.ts';
import { rSquared } from './performance/r-squared.ts';
import { recall } from './performance/recall.ts';
import { referenceMissing } from './traffic/reference-missing.ts';
import { referenceShare } from './drift/reference-share.ts';
import { standardDeviation } from './drift/standard-deviation.ts';
import { residual } from './performance/residual.ts';
import { rocAuc } from './performance/roc-auc.ts';
import { rootMeanSquaredError } from './performance/root-mean-squared-error.ts';
import { scorePsi } from './drift/score-psi.ts';
import { selectionRate } from './fairness/selection-rate.ts';
import { suspicion } from './drift/suspicion.ts';
import { telemetryLost } from './traffic/telemetry-lost.ts';
import { thresholdPrecision } from './performance/threshold-precision.ts';
import { thresholdRecall } from './performance/threshold-recall.ts';
import { throughput } from './traffic/throughput.ts';
import { topCapture } from './performance/top-capture.ts';
import { topLift } from './performance/top-lift.ts';
import { worstSegment } from './performance/worst-segment.ts';
import { totalVariation } from './drift/total-variation.ts';
import { truePositiveRate } from './fairness/true-positive-rate.ts';
import { uncertainShare } from './performance/uncertain-share.ts';
import { unknownGroupShare } from './fairness/unknown-group-share.ts';
import { unseenShare } from './data-quality/unseen-share.ts';
import { wasserstein } from './drift/wasserstein.ts';
import type { Measure } from '../templates/measure.ts';

const ALL = [
  psi,
  predictionPsi,
  scorePsi,
  priorShift,
  psiCriticalValue,
  psiContribution,
  liveShare,
  referenceShare,
  jsDistance,
  hellingerDistance,
  totalVariation,
  suspicion,
  klDivergence,
  chiSquare,
  chiSquarePValue,
  kolmogorovSmirnov,
  wasserstein,
  meanShift,
  mean,
  standardDeviation,
  minimum,
  maximum,
  missingShare,
  invalidShare,
  outlierShare,
  unseenShare,
  outOfRangeShare,
  convertedShare,
  selectionRate,
  unknownGroupShare,
  disparateImpact,
  demographicParityDifference,
  truePositiveRate,
  falsePositiveRate,
  falseNegativeRate,
  positivePredictiveValue,
  groupAccuracy,
  equalOpportunityDifference,
  equalizedOddsDifference,
  predictiveParityDifference,
  falsePositiveRateRatio,
  falseNegativeRateRatio,
  accuracy,
  accuracyDrop,
  balancedAccuracy,
  precision,
  recall,
  f1,
  matthewsCorrelation,
  rocAuc,
  gini,
  classSeparation,
  averagePrecision,
  brierScore,
  brierReliability,
  brierResolution,
  expectedCalibrationError,
  logLoss,
  topLift,
  topCapture,
  thresholdPrecision,
  thresholdRecall,
  bestF1,
  bestF1Threshold,
  estimatedAccuracy,
  estimatedAccuracyDrop,
  estimatedPrecision,
  estimatedRecall,
  estimatedF1,
  estimatedRocAuc,
  uncertainShare,
  meanAbsoluteError,
  rootMeanSquaredError,
  bias,
  meanAbsolutePercentageError,
  pinballLoss,
  rSquared,
  residual,
  ndcg,
  hitRate,
  worstSegment,
  labelDelay,
  latencyQuantile,
  throughput,
  errorShare,
  errorTypeShare,
  noTraffic,
  referenceMissing,
  telemetryLost,
] as const;

/** Identifiers of the measures, as they stand in saved dashboards and rules: never renamed. */
export type MeasureId = (typeof ALL)[number]['id'];

/** Every measure, in the order in which people should meet them. */
export const MEASURES: readonly Measure<MeasureId>[] = ALL;

/** @throws {QueryError} for an identifier that no measure has */
export function measureById(id: string): Measure<MeasureId> {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  if (measure === undefined) {
    const known = MEASURES.map((candidate) => candidate.id).join(', ');
    throw new QueryError(`There is no measure ${JSON.stringify(id)}: choose one of ${known}.`);
  }
  return measure;
}
