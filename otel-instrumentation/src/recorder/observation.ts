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
  /** The score behind the class, such as a probability. */
  readonly score?: unknown;
  /** Values by group attribute; default: `features`. */
  readonly groups?: unknown;
  /** Identifies the prediction for an outcome that comes later. */
  readonly id?: PredictionId;
  /** Time that the prediction took. */
  readonly durationSeconds?: number;
}

/**
 * The ground truth of a prediction: by the identifier of one that this process made and remembers, or, in another
 * process, together with the prediction and its groups.
 */
export type Outcome =
  | { readonly id: PredictionId; readonly actual: unknown }
  | { readonly prediction: unknown; readonly actual: unknown; readonly groups?: unknown };
