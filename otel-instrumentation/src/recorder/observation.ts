import type { PredictionId } from './pending-predictions.ts';

/** Input and output of one prediction. Every field may be absent, and none is trusted. */
export interface Observation {
  /** Values by feature name, or in the order of the profile; categories as text, numbers as numbers. */
  readonly features?: unknown;
  /**
   * The output of the model: the predicted class, a probability or one for each class as the options of the monitor say,
   * or a regression's number.
   */
  readonly prediction?: unknown;
  /** Probabilities of the classes: they give the score, and the class if `prediction` is absent. */
  readonly probabilities?: unknown;
  /** The score behind the class, such as a probability; of two classes, of the favorable or else the positive one. */
  readonly score?: unknown;
  /** Values by group attribute; default: `features`. */
  readonly groups?: unknown;
  /** Values by attribute of segments; default: those of `features`, and else of `groups`. */
  readonly segments?: unknown;
  /** Identifies the prediction for an outcome that comes later. */
  readonly id?: PredictionId;
  /** Time that the prediction took. */
  readonly durationSeconds?: number;
}

/**
 * The ground truth of a prediction: by the identifier of one that this process made and remembers, or, in another
 * process, together with the prediction, its score, its groups and its segments, which are looked for among the groups unless given. Of more than two classes, the score is an object of
 * scores by class; it may be left out where the prediction is an output with probabilities.
 */
export type Outcome =
  | { readonly id: PredictionId; readonly actual: unknown }
  | {
      readonly prediction: unknown;
      readonly actual: unknown;
      readonly score?: unknown;
      readonly groups?: unknown;
      readonly segments?: unknown;
    };

/** What one request was served, once it is known what was wanted. */
export interface Ranking {
  /** Relevance of each item in the order in which they were served: a number from 0 on, or whether it was wanted. */
  readonly relevance: ArrayLike<number | boolean>;
}

/** The score of each class that has bins of scores, where `score` is not that of the only one. */
interface ClassScores {
  readonly classScores?: ArrayLike<unknown> | undefined;
}

/** Observations and outcomes whose outputs are read. */
export type ReadObservation = Observation & ClassScores;
export type ReadOutcome = Outcome & ClassScores;
