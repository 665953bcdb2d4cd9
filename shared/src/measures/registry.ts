import { QueryError } from '../query/query-error.ts';
import { accuracy } from './accuracy.ts';
import { accuracyDrop } from './accuracy-drop.ts';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { bias } from './bias.ts';
import { chiSquare } from './chi-square.ts';
import { chiSquareP } from './chi-square-p-value.ts';
import { demographicParityDifference } from './demographic-parity-difference.ts';
import { disparateImpact } from './disparate-impact.ts';
import { equalOpportunityDifference } from './equal-opportunity-difference.ts';
import { equalizedOddsDifference } from './equalized-odds-difference.ts';
import { errorShare } from './error-share.ts';
import { f1 } from './f1.ts';
import { falseNegativeRate } from './false-negative-rate.ts';
import { falseNegativeRateRatio } from './false-negative-rate-ratio.ts';
import { falsePositiveRate } from './false-positive-rate.ts';
import { falsePositiveRateRatio } from './false-positive-rate-ratio.ts';
import { hellinger } from './hellinger-distance.ts';
import { invalidShare } from './invalid-share.ts';
import { jsDistance } from './js-distance.ts';
import { klDivergence } from './kl-divergence.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { latencyQuantile } from './latency-quantile.ts';
import { liveShareMeasure } from './live-share.ts';
import { matthewsCorrelation } from './matthews-correlation.ts';
import { meanAbsoluteError } from './mean-absolute-error.ts';
import { meanShift } from './mean-shift.ts';
import { missingShare } from './missing-share.ts';
import { outOfRangeShare } from './out-of-range-share.ts';
import { outlierShare } from './outlier-share.ts';
import { positivePredictiveValue } from './positive-predictive-value.ts';
import { precision } from './precision.ts';
import { predictiveParityDifference } from './predictive-parity-difference.ts';
import { psi } from './psi.ts';
import { psiContribution } from './psi-contribution.ts';
import { psiCriticalValue } from './psi-critical-value.ts';
import { recall } from './recall.ts';
import { referenceShare } from './reference-share.ts';
import { rootMeanSquaredError } from './root-mean-squared-error.ts';
import { selectionRate } from './selection-rate.ts';
import { throughput } from './throughput.ts';
import { totalVariation } from './total-variation.ts';
import { truePositiveRate } from './true-positive-rate.ts';
import { unseenShare } from './unseen-share.ts';
import { wasserstein } from './wasserstein.ts';
import type { Measure } from './measure.ts';

/** Every measure, in the order in which people should meet them. */
export const MEASURES: readonly Measure[] = [
  psi,
  psiCriticalValue,
  psiContribution,
  liveShareMeasure,
  referenceShare,
  jsDistance,
  hellinger,
  totalVariation,
  klDivergence,
  chiSquare,
  chiSquareP,
  kolmogorovSmirnov,
  wasserstein,
  meanShift,
  missingShare,
  invalidShare,
  outlierShare,
  unseenShare,
  outOfRangeShare,
  selectionRate,
  disparateImpact,
  demographicParityDifference,
  truePositiveRate,
  falsePositiveRate,
  falseNegativeRate,
  positivePredictiveValue,
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
  meanAbsoluteError,
  rootMeanSquaredError,
  bias,
  latencyQuantile,
  throughput,
  errorShare,
];

/** @throws {QueryError} for an identifier that no measure has */
export function measureById(id: string): Measure {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  if (measure === undefined) {
    const known = MEASURES.map((candidate) => candidate.id).join(', ');
    throw new QueryError(`There is no measure ${JSON.stringify(id)}: choose one of ${known}.`);
  }
  return measure;
}
