/** Sums over the errors (prediction − actual value) of a regression. */
export interface ErrorSums {
  readonly count: number;
  readonly absolute: number;
  readonly squared: number;
  /** Sums of the errors above and below zero, both positive. */
  readonly above: number;
  readonly below: number;
}

/** Source: scikit-learn, mean_absolute_error. NaN without outcomes. */
export const meanAbsoluteErrorOf = ({ absolute, count }: ErrorSums): number => absolute / count;

/** Source: scikit-learn, root_mean_squared_error. NaN without outcomes. */
export const rootMeanSquaredErrorOf = ({ squared, count }: ErrorSums): number => Math.sqrt(squared / count);

/** Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, mean error. NaN without outcomes. */
export const meanErrorOf = ({ above, below, count }: ErrorSums): number => (above - below) / count;

/**
 * Mean pinball loss of predictions as the quantile α of what happens: a value above the prediction costs α times its
 * distance, one below it 1 − α times. At the median it is half the mean absolute error.
 *
 * Source: scikit-learn, mean_pinball_loss. NaN without outcomes.
 */
export const meanPinballLossOf = ({ above, below, count }: ErrorSums, quantile: number): number =>
  (quantile * below + (1 - quantile) * above) / count;
