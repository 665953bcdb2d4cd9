import { abs, divide, subtract } from './columns.ts';
import { atOneTime, sumOverBins, type Statistic } from './shares.ts';

/** Total variation distance at each time: the share of values that would have to change bins, between 0 and 1. */
export const totalVariationOver: Statistic = (sides) =>
  divide(
    sumOverBins(sides, (c, r) => abs(subtract(c, r))),
    2,
  );

/** The same of live counts against a reference; NaN when either side is empty. */
export const totalVariationDistance = atOneTime(totalVariationOver);
