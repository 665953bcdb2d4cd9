/** OpenTelemetry attribute names on Driftline's metrics. */
export const ATTRIBUTES = {
  modelName: 'ml.model.name',
  modelVersion: 'ml.model.version',
  featureName: 'ml.feature.name',
  featureBin: 'ml.feature.bin',
  featureProblem: 'ml.feature.problem',
  predictionClass: 'ml.prediction.class',
  groupAttribute: 'ml.group.attribute',
  groupValue: 'ml.group.value',
  errorType: 'error.type',
} as const;

export type AttributeName = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES];

/** What can be wrong with one value of a feature; the values of `ml.feature.problem`. */
export const FEATURE_PROBLEMS = ['missing', 'invalid', 'unseen', 'outlier', 'out_of_range'] as const;

export type FeatureProblem = (typeof FEATURE_PROBLEMS)[number];

/** The bin, group and class that takes every value which the reference has not seen, so that labels stay bounded. */
export const OTHER = 'other';
