/** Sums over the outcomes of a regression. */
export interface VariationSums {
  readonly count: number;
  /** Sum of squared residuals. */
  readonly residual: number;
  /** Sums of the deviations of actual values above and below the reference mean, both positive. */
  readonly above: number;
  readonly below: number;
  /** Sum of the squares of these deviations. */
  readonly squared: number;
}

/** Part of the sum of squares below which what is left of it is what stores round. */
export const ROUNDED_AWAY = 1e-6;

/**
 * Coefficient of determination: 1 − SSE / SST. The actual values deviate from their own mean by the sum of squares about the
 * reference mean, less what the two means are apart.
 *
 * Source: scikit-learn, r2_score.
 *
 * @returns NaN where the actual values are all the same, for which scikit-learn says 0 or 1
 */
export function rSquaredOf({ count, residual, above, below, squared }: VariationSums): number {
  const variation = squared - (above - below) ** 2 / count;
  return variation > ROUNDED_AWAY * squared ? 1 - residual / variation : NaN;
}
