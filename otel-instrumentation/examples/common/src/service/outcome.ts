/** The header by which a client names a prediction whose outcome it will know. */
export const PREDICTION_ID = 'x-prediction-id';

/** The header by which a client, such as a router of a canary release, asks for a version of the model. */
export const MODEL_VERSION = 'x-model-version';

/** What is known later of a prediction. */
export interface KnownOutcome {
  /** Of the prediction. */
  readonly id: string;
  /** The class, or the number, that was right. */
  readonly actual: string | number;
  /** Version of the model that predicted, if the client asked for one. */
  readonly version?: string | undefined;
}
