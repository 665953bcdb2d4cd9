import { normalInterval } from './normal-interval.ts';

/** Sums over residuals (actual value − prediction). */
export interface ResidualSums {
  readonly count: number;
  /** Sums of the residuals above and below zero, both positive. */
  readonly above: number;
  readonly below: number;
  readonly squared: number;
}

/** Mean of the residuals, as scikit-learn's PredictionErrorDisplay draws them. NaN without outcomes. */
export const meanResidualOf = ({ above, below, count }: ResidualSums): number => (above - below) / count;

/** Interval of the mean, by the variance of the residuals. */
export function meanResidualInterval(sums: ResidualSums, significance?: number): readonly [number, number] {
  const mean = meanResidualOf(sums);
  const variance = Math.max(sums.squared / sums.count - mean ** 2, 0);
  return normalInterval(mean, variance / sums.count, significance);
}
