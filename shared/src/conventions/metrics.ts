import { ATTRIBUTES, type AttributeName } from './attributes.ts';

/** How a metric is recorded. */
export type Instrument = 'counter' | 'gauge' | 'histogram';

/** One metric of the catalog. */
export interface Metric {
  /** OpenTelemetry name, with dots. */
  readonly name: string;
  readonly instrument: Instrument;
  /** UCUM unit as OpenTelemetry writes it; empty where the values have the unit of the model's own data. */
  readonly unit: string;
  readonly description: string;
  /** Attributes that its points may carry, in the order in which people read them. */
  readonly attributes: readonly AttributeName[];
}

const { modelName, modelVersion, profileId, featureName, featureBin, featureProblem, deviationSide } = ATTRIBUTES;
const { predictionBin, predictionClass, groupAttribute, groupValue } = ATTRIBUTES;
const { outcomePredicted, outcomeActual, outcomeProblem, performanceMeasure, errorType } = ATTRIBUTES;
const { outcomePositive, scoreClass, scoreBin, scoreRank, scorePredicted, rankingCutoff } = ATTRIBUTES;

const model = [modelName, modelVersion] as const;
/** Bins and deviations mean something only next to the profile that gives the edges and the mean. */
const profile = [...model, profileId] as const;
const feature = [...profile, featureName] as const;
const group = [...model, groupAttribute, groupValue] as const;
const scored = [...profile, scoreClass] as const;
const calibrated = [...scored, scoreBin, scoreRank, scorePredicted] as const;

/**
 * Every metric that Driftline records: name, instrument, unit, description and attributes. They exist here and nowhere
 * else, so that what is recorded, documented and queried cannot drift apart.
 */
export const METRICS = {
  predictionDuration: {
    name: 'ml.prediction.duration',
    instrument: 'histogram',
    unit: 's',
    description: 'Time that one prediction took',
    attributes: [...model, errorType],
  },
  predictionScore: {
    name: 'ml.prediction.score',
    instrument: 'histogram',
    unit: '',
    description: 'Scores, or the predictions of a regression',
    attributes: profile,
  },
  predictions: {
    name: 'ml.predictions',
    instrument: 'counter',
    unit: '{prediction}',
    description: 'Predictions by class',
    attributes: [...model, predictionClass],
  },
  predictionObservations: {
    name: 'ml.prediction.observations',
    instrument: 'counter',
    unit: '{prediction}',
    description: 'Predictions by bin of the score, or by class where there is no score',
    attributes: [...profile, predictionBin],
  },
  predictionScores: {
    name: 'ml.prediction.scores',
    instrument: 'counter',
    unit: '{prediction}',
    description: 'Predictions by bin of the score of a class, where the profile says how often each bin was right',
    attributes: calibrated,
  },
  featureValue: {
    name: 'ml.feature.value',
    instrument: 'histogram',
    unit: '',
    description: 'Values of a numeric feature',
    attributes: feature,
  },
  featureObservations: {
    name: 'ml.feature.observations',
    instrument: 'counter',
    unit: '{observation}',
    description: 'Valid values of a feature by bin',
    attributes: [...feature, featureBin],
  },
  featureDeviation: {
    name: 'ml.feature.deviation',
    instrument: 'counter',
    unit: '',
    description: 'Sum of deviations from the reference mean, above and below it',
    attributes: [...feature, deviationSide],
  },
  featureDeviationSquared: {
    name: 'ml.feature.deviation.squared',
    instrument: 'counter',
    unit: '',
    description: 'Sum of squared deviations from the reference mean',
    attributes: feature,
  },
  featureMin: {
    name: 'ml.feature.min',
    instrument: 'gauge',
    unit: '',
    description: 'Smallest value since the last export',
    attributes: feature,
  },
  featureMax: {
    name: 'ml.feature.max',
    instrument: 'gauge',
    unit: '',
    description: 'Largest value since the last export',
    attributes: feature,
  },
  featureProblems: {
    name: 'ml.feature.problems',
    instrument: 'counter',
    unit: '{observation}',
    description: 'Values of a feature by data quality problem',
    attributes: [...feature, featureProblem],
  },
  groupPredictions: {
    name: 'ml.group.predictions',
    instrument: 'counter',
    unit: '{prediction}',
    description: 'Predictions by group and class',
    attributes: [...group, predictionClass],
  },
  outcomes: {
    name: 'ml.outcomes',
    instrument: 'counter',
    unit: '{outcome}',
    description: 'Outcomes by predicted and actual class, for the model as a whole and for each group',
    attributes: [...group, outcomePredicted, outcomeActual],
  },
  outcomeError: {
    name: 'ml.outcome.error',
    instrument: 'histogram',
    unit: '',
    description: 'Absolute error of a regression',
    attributes: model,
  },
  outcomeErrorSquared: {
    name: 'ml.outcome.error.squared',
    instrument: 'counter',
    unit: '',
    description: 'Sum of squared errors of a regression',
    attributes: model,
  },
  outcomeDeviation: {
    name: 'ml.outcome.deviation',
    instrument: 'counter',
    unit: '',
    description: 'Sum of prediction minus actual value of a regression, above and below zero',
    attributes: [...model, deviationSide],
  },
  outcomeErrorRelative: {
    name: 'ml.outcome.error.relative',
    instrument: 'counter',
    unit: '',
    description: 'Sum of absolute errors of a regression as parts of the actual value, where that is not zero',
    attributes: model,
  },
  outcomeZeros: {
    name: 'ml.outcome.zeros',
    instrument: 'counter',
    unit: '{outcome}',
    description: 'Outcomes of a regression whose actual value is zero, so that they have no relative error',
    attributes: model,
  },
  outcomeResiduals: {
    name: 'ml.outcome.residuals',
    instrument: 'counter',
    unit: '{outcome}',
    description: 'Outcomes of a regression by bin of the prediction',
    attributes: [...profile, predictionBin],
  },
  outcomeResidualDeviation: {
    name: 'ml.outcome.residual.deviation',
    instrument: 'counter',
    unit: '',
    description: 'Sum of actual value minus prediction by bin of the prediction, above and below zero',
    attributes: [...profile, predictionBin, deviationSide],
  },
  outcomeResidualSquared: {
    name: 'ml.outcome.residual.squared',
    instrument: 'counter',
    unit: '',
    description: 'Sum of squared errors of a regression by bin of the prediction',
    attributes: [...profile, predictionBin],
  },
  outcomeActualDeviation: {
    name: 'ml.outcome.actual.deviation',
    instrument: 'counter',
    unit: '',
    description: 'Sum of deviations of the actual values of a regression from the reference mean, above and below it',
    attributes: [...profile, deviationSide],
  },
  outcomeActualDeviationSquared: {
    name: 'ml.outcome.actual.deviation.squared',
    instrument: 'counter',
    unit: '',
    description: 'Sum of squared deviations of the actual values of a regression from the reference mean',
    attributes: profile,
  },
  rankings: {
    name: 'ml.rankings',
    instrument: 'counter',
    unit: '{ranking}',
    description: 'Rankings whose relevances are known',
    attributes: model,
  },
  rankingGain: {
    name: 'ml.ranking.gain',
    instrument: 'counter',
    unit: '',
    description: 'Sum of the normalized discounted cumulative gain (NDCG) of rankings up to a place',
    attributes: [...model, rankingCutoff],
  },
  rankingHits: {
    name: 'ml.ranking.hits',
    instrument: 'counter',
    unit: '{ranking}',
    description: 'Rankings with at least one relevant item up to a place',
    attributes: [...model, rankingCutoff],
  },
  rankingInvalid: {
    name: 'ml.ranking.invalid',
    instrument: 'counter',
    unit: '{ranking}',
    description: 'What was given as a ranking and is no list of relevances from 0 on',
    attributes: model,
  },
  outcomeScores: {
    name: 'ml.outcome.scores',
    instrument: 'counter',
    unit: '{outcome}',
    description: 'Outcomes by bin of the score, for those whose actual class is that of the score and for the others',
    attributes: [...scored, scoreBin, scoreRank, outcomePositive],
  },
  outcomeScoreExpected: {
    name: 'ml.outcome.score.expected',
    instrument: 'counter',
    unit: '{outcome}',
    description: 'Sum of the scores of outcomes by bin: how many of them the scores say to be of the class',
    attributes: [...scored, scoreBin, scoreRank],
  },
  outcomeScoreErrorSquared: {
    name: 'ml.outcome.score.error.squared',
    instrument: 'counter',
    unit: '',
    description: 'Sum of squared differences between score and outcome, which is 1 for the class and 0 for the others',
    attributes: scored,
  },
  outcomeScoreLogLoss: {
    name: 'ml.outcome.score.log.loss',
    instrument: 'counter',
    unit: '',
    description: 'Sum of −ln of the probability of what happened, by the score clipped to 2⁻⁵² and 1 − 2⁻⁵²',
    attributes: scored,
  },
  outcomeDelay: {
    name: 'ml.outcome.delay',
    instrument: 'histogram',
    unit: 's',
    description: 'Time from a prediction to its outcome, where the outcome came under the id of the prediction',
    attributes: model,
  },
  outcomeProblems: {
    name: 'ml.outcome.problems',
    instrument: 'counter',
    unit: '{outcome}',
    description: 'Outcomes with a problem, by problem',
    attributes: [...model, outcomeProblem],
  },
  referenceFeatureRatio: {
    name: 'ml.reference.feature.ratio',
    instrument: 'gauge',
    unit: '1',
    description: 'Share of the training data in each bin of a feature',
    attributes: [...feature, featureBin],
  },
  referenceFeatureMean: {
    name: 'ml.reference.feature.mean',
    instrument: 'gauge',
    unit: '',
    description: 'Mean of a feature in the training data',
    attributes: feature,
  },
  referenceFeatureStddev: {
    name: 'ml.reference.feature.stddev',
    instrument: 'gauge',
    unit: '',
    description: 'Standard deviation of a feature in the training data',
    attributes: feature,
  },
  referenceFeatureMissingRatio: {
    name: 'ml.reference.feature.missing.ratio',
    instrument: 'gauge',
    unit: '1',
    description: 'Missing share of a feature in the training data',
    attributes: feature,
  },
  referenceFeatureProblemRatio: {
    name: 'ml.reference.feature.problem.ratio',
    instrument: 'gauge',
    unit: '1',
    description: 'Share of the training data with a problem other than missing and unseen, where there is any',
    attributes: [...feature, featureProblem],
  },
  referenceFeatureImportance: {
    name: 'ml.reference.feature.importance',
    instrument: 'gauge',
    unit: '',
    description: 'Importance of a feature to the model, of 1 for all, where the profile has importances',
    attributes: feature,
  },
  referencePredictionRatio: {
    name: 'ml.reference.prediction.ratio',
    instrument: 'gauge',
    unit: '1',
    description: 'Share of the predictions on the training data in each bin',
    attributes: [...profile, predictionBin],
  },
  referenceOutcomeRatio: {
    name: 'ml.reference.outcome.ratio',
    instrument: 'gauge',
    unit: '1',
    description: 'Share of the training data of each actual class',
    attributes: [...model, outcomeActual],
  },
  referencePredictionFavorable: {
    name: 'ml.reference.prediction.favorable',
    instrument: 'gauge',
    unit: '',
    description: '1 for the favorable class, 0 for every other',
    attributes: [...model, predictionClass],
  },
  referenceGroupPrivileged: {
    name: 'ml.reference.group.privileged',
    instrument: 'gauge',
    unit: '',
    description: '1 for the group that the others of its attribute are compared with, 0 for every other',
    attributes: group,
  },
  referencePerformance: {
    name: 'ml.reference.performance',
    instrument: 'gauge',
    unit: '',
    description: 'Performance on the training or validation data, by measure',
    attributes: [...model, performanceMeasure],
  },
  referenceScorePositive: {
    name: 'ml.reference.score.positive.ratio',
    instrument: 'gauge',
    unit: '1',
    description: 'Share of the held-out rows in each bin of a score that are of its class, made to rise with the score',
    attributes: calibrated,
  },
  referenceScoreRows: {
    name: 'ml.reference.score.rows',
    instrument: 'gauge',
    unit: '',
    description: 'Held-out rows in each bin of a score',
    attributes: calibrated,
  },
  referenceRows: {
    name: 'ml.reference.rows',
    instrument: 'gauge',
    unit: '',
    description: 'Rows of the training data',
    attributes: profile,
  },
} as const satisfies Record<string, Metric>;

/** A metric that is recorded in one way. */
export type MetricOf<Kind extends Instrument> = Metric & { readonly instrument: Kind };
