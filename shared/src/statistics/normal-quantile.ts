import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Value that a standard normal variable stays below with the given probability (0 < p < 1). */
export function normalQuantile(probability: number): number {
  return quantile(probability, 0, 1);
}
