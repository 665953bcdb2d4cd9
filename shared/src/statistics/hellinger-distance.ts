import { maximum, multiply, sqrt, subtract } from './columns.ts';
import { atOneTime, sumOverBins, type Statistic } from './shares.ts';

/** Hellinger distance at each time, between 0 (equal) and 1 (nothing in common). */
export const hellingerOver: Statistic = (sides) => {
  const overlap = sumOverBins(sides, (c, r) => sqrt(multiply(c, r)));
  return sqrt(maximum(subtract(1, overlap), 0));
};

/** The same of live counts against a reference; NaN when either side is empty. */
export const hellingerDistance = atOneTime(hellingerOver);
