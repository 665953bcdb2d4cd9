/**
 * OpenTelemetry names of every metric that Driftline records. They exist here and nowhere else, so that what is
 * recorded and what is queried cannot drift apart.
 */
export const METRICS = {
  predictionDuration: 'ml.prediction.duration',
  predictionScore: 'ml.prediction.score',
  predictions: 'ml.predictions',
  predictionObservations: 'ml.prediction.observations',
  featureValue: 'ml.feature.value',
  featureObservations: 'ml.feature.observations',
  featureProblems: 'ml.feature.problems',
  groupPredictions: 'ml.group.predictions',
  referenceFeatureRatio: 'ml.reference.feature.ratio',
  referenceFeatureMean: 'ml.reference.feature.mean',
  referenceFeatureStddev: 'ml.reference.feature.stddev',
  referenceFeatureMissingRatio: 'ml.reference.feature.missing.ratio',
  referencePredictionFavourable: 'ml.reference.prediction.favourable',
  referenceRows: 'ml.reference.rows',
} as const;

export type MetricName = (typeof METRICS)[keyof typeof METRICS];
