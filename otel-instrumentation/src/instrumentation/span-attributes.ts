/** Attributes of a span of inference, besides `ml.model.name`, `ml.model.version` and `error.type`. */
export const SPAN_ATTRIBUTES = {
  /** Followed by a feature's name: its value. */
  featurePrefix: 'ml.feature.value.',
  /** Followed by a group attribute: the group; a feature of that name serves as well. */
  groupPrefix: 'ml.group.value.',
  /** The predicted class, or a regression's number. */
  prediction: 'ml.prediction',
  /** The score behind the class. */
  score: 'ml.prediction.score',
  /** Identifies the prediction for its outcome. */
  id: 'ml.prediction.id',
} as const;
