/** OpenTelemetry attribute names on Driftline's metrics. */
export const ATTRIBUTES = {
  modelName: 'ml.model.name',
  modelVersion: 'ml.model.version',
  /** Identity of the reference profile by which values are counted, as a short hash. */
  profileId: 'ml.profile.id',
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
  /** Whether the actual class is the one that a score belongs to: `true` or `false`. */
  outcomePositive: 'ml.outcome.positive',
  /** The class that a score is the probability of. */
  scoreClass: 'ml.score.class',
  scoreBin: 'ml.score.bin',
  /** Place of the bin among those of its class, from low to high, as a binary number of {@link SCORE_RANK_DIGITS} digits. */
  scoreRank: 'ml.score.rank',
  /** Whether the class of a score is predicted in the bin, which lies above the threshold then: `true` or `false`. */
  scorePredicted: 'ml.score.predicted',
  /** How many of the first places of a ranking count. */
  rankingCutoff: 'ml.ranking.cutoff',
  deviationSide: 'ml.deviation.side',
  performanceMeasure: 'ml.performance.measure',
  /** The attribute that rows are divided by, such as `country`, and its value; on the metrics of segments alone. */
  segmentName: 'ml.segment.name',
  segmentValue: 'ml.segment.value',
  errorType: 'error.type',
} as const;

export type AttributeName = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES];

/**
 * What can be wrong with one value of a feature; the values of `ml.feature.problem`. A value that is `converted` is a text
 * or a truth value that was read as a number: it is counted like the number.
 */
export const FEATURE_PROBLEMS = ['missing', 'invalid', 'unseen', 'outlier', 'out_of_range', 'converted'] as const;

export type FeatureProblem = (typeof FEATURE_PROBLEMS)[number];

/**
 * What can go wrong between a prediction and its outcome; the values of `ml.outcome.problem`: an outcome whose
 * prediction is unknown (`unmatched`) or has its outcome already (`repeated`), whose value is unusable (`invalid`), or
 * whose predicted or actual class is not in the profile (`unknown_class`), and a prediction that was dropped before its
 * outcome arrived, because it was too old (`expired`), because too many were waiting (`evicted`), or because another one
 * came with the same identifier (`replaced`). Where the profile has bins of scores, also an outcome whose prediction has no
 * score (`unscored`) or one that is no probability (`invalid_score`): it counts in the confusion matrix alone.
 */
export const OUTCOME_PROBLEMS = [
  'unmatched',
  'repeated',
  'invalid',
  'unknown_class',
  'expired',
  'evicted',
  'replaced',
  'unscored',
  'invalid_score',
] as const;

export type OutcomeProblem = (typeof OUTCOME_PROBLEMS)[number];

/**
 * Deviations above and below a point are summed separately, as positive numbers; the values of `ml.deviation.side`. One
 * signed sum would not survive a restart: PromQL recognizes a reset only in sums that never decrease.
 */
export const DEVIATION_SIDES = ['above', 'below'] as const;

/** Digits of `ml.score.rank`. */
export const SCORE_RANK_DIGITS = 6;

/** Bins of a score at most: as many as the digits of their rank tell apart. */
export const MOST_SCORE_BINS = 2 ** SCORE_RANK_DIGITS;

/** The bin, group and class of every value that the reference does not have, so that labels stay bounded. */
export const OTHER = 'other';

/** The group of every row without a value of the attribute. */
export const MISSING = 'missing';

/** Values of `ml.group.value` that are no group: fairness measures count them apart and compare the others. */
export const UNCOMPARED_GROUPS: readonly string[] = [OTHER, MISSING];

/**
 * Stands in the outcomes for one of two classes that would both be `other` although they differ, so that equal labels
 * always mean a right prediction.
 */
export const ANOTHER_CLASS = 'another class';
