import { add, divide, multiply, subtract, where } from './columns.ts';
import { atOneTime, sumOverBins, type Statistic } from './shares.ts';

/**
 * Pearson's χ² statistic of live counts against the shares of the reference at each time. Bins that are empty on both sides
 * are left out; it is Infinity when a live value fell where the reference has none.
 */
export const chiSquareOver: Statistic = (sides) =>
  multiply(
    sides.liveTotal,
    sumOverBins(sides, (c, r) => {
      const difference = subtract(c, r);
      return where(add(c, r), divide(multiply(difference, difference), r), 0);
    }),
  );

/** The same of live counts against a reference; NaN when either side is empty. */
export const chiSquareStatistic = atOneTime(chiSquareOver);
