import { divide, log, multiply, where } from './columns.ts';
import { atOneTime, sumOverBins, type Statistic } from './shares.ts';

/**
 * Kullback–Leibler divergence of the live shares from the reference at each time, in nats; Infinity when a live value fell
 * where the reference has none.
 */
export const kullbackLeiblerOver: Statistic = (sides) =>
  sumOverBins(sides, (c, r) => where(c, multiply(c, log(divide(c, r))), 0));

/** The same of live counts against a reference; NaN when either side is empty. */
export const kullbackLeiblerDivergence = atOneTime(kullbackLeiblerOver);
