/** The header by which a client names a prediction whose outcome it will know. */
export const PREDICTION_ID = 'x-prediction-id';

/** What is known later of a prediction. */
export interface IncomeOutcome {
  readonly id: string;
  readonly actual: string;
}
