import type { PredictionId } from './pending-predictions.ts';

/** What one prediction saw and answered. Every field may be absent, and none is trusted. */
export interface Observation {
  /** Values by feature name; categories as text, numbers as numbers. */
  readonly features?: unknown;
  /** The predicted class, or a regression's number. */
  readonly prediction?: unknown;
  /** The score behind the class, such as a probability. */
  readonly score?: unknown;
  /** Values by group attribute; `features` if absent. */
  readonly groups?: unknown;
  /** Identifies the prediction for an outcome that comes later. */
  readonly id?: PredictionId;
  /** Time that the prediction took. */
  readonly durationSeconds?: number;
}

/**
 * What truly was: for a prediction that this process made and remembers by its identifier, or, in a process that did
 * not make it, with the prediction and its groups beside it.
 */
export type Outcome =
  | { readonly id: PredictionId; readonly actual: unknown }
  | { readonly prediction: unknown; readonly actual: unknown; readonly groups?: unknown };
