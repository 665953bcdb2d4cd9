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
  featureDeviation: 'ml.feature.deviation',
  featureDeviationSquared: 'ml.feature.deviation.squared',
  featureMin: 'ml.feature.min',
  featureMax: 'ml.feature.max',
  featureProblems: 'ml.feature.problems',
  groupPredictions: 'ml.group.predictions',
  outcomes: 'ml.outcomes',
  outcomeError: 'ml.outcome.error',
  outcomeErrorSquared: 'ml.outcome.error.squared',
  outcomeDeviation: 'ml.outcome.deviation',
  outcomeProblems: 'ml.outcome.problems',
  referenceFeatureRatio: 'ml.reference.feature.ratio',
  referenceFeatureMean: 'ml.reference.feature.mean',
  referenceFeatureStddev: 'ml.reference.feature.stddev',
  referenceFeatureMissingRatio: 'ml.reference.feature.missing.ratio',
  referencePredictionRatio: 'ml.reference.prediction.ratio',
  referencePredictionFavourable: 'ml.reference.prediction.favourable',
  referencePerformance: 'ml.reference.performance',
  referenceRows: 'ml.reference.rows',
} as const;

export type MetricName = (typeof METRICS)[keyof typeof METRICS];
