/** OpenTelemetry attribute names on Driftline's metrics. */
export const ATTRIBUTES = {
  modelName: 'ml.model.name',
  modelVersion: 'ml.model.version',
  featureName: 'ml.feature.name',
  featureBin: 'ml.feature.bin',
  featureProblem: 'ml.feature.problem',
  predictionClass: 'ml.prediction.class',
  predictionBin: 'ml.prediction.bin',
  groupAttribute: 'ml.group.attribute',
  groupValue: 'ml.group.value',
  outcomePredicted: 'ml.outcome.predicted',
  outcomeActual: 'ml.outcome.actual',
  outcomeProblem: 'ml.outcome.problem',
  deviationSide: 'ml.deviation.side',
  performanceMeasure: 'ml.performance.measure',
  errorType: 'error.type',
} as const;

export type AttributeName = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES];

/** What can be wrong with one value of a feature; the values of `ml.feature.problem`. */
export const FEATURE_PROBLEMS = ['missing', 'invalid', 'unseen', 'outlier', 'out_of_range'] as const;

export type FeatureProblem = (typeof FEATURE_PROBLEMS)[number];

/**
 * What can go wrong between a prediction and its outcome; the values of `ml.outcome.problem`: an outcome whose
 * prediction is not known (`unmatched`), one that holds no usable value (`invalid`), and a prediction that was forgotten
 * before its outcome came, for age (`expired`) or for room (`evicted`).
 */
export const OUTCOME_PROBLEMS = ['unmatched', 'invalid', 'expired', 'evicted'] as const;

export type OutcomeProblem = (typeof OUTCOME_PROBLEMS)[number];

/**
 * Sides of a point that deviations are summed on, each as a positive number; the values of `ml.deviation.side`. One
 * signed sum would not survive a restart: PromQL tells a reset from a fall only in sums that never fall.
 */
export const DEVIATION_SIDES = ['above', 'below'] as const;

/** The bin, group and class that takes every value which the reference has not seen, so that labels stay bounded. */
export const OTHER = 'other';
