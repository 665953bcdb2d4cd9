import { add, divide, log, maximum, multiply, sqrt, where, type Column } from './columns.ts';
import { atOneTime, sumOverBins, type Statistic } from './shares.ts';

/** Jensen–Shannon distance to the base 2 at each time, between 0 (equal) and 1 (nothing in common). */
export const jensenShannonOver: Statistic = (sides) => {
  const divergence = sumOverBins(sides, (c, r) => {
    const middle = divide(add(c, r), 2);
    return divide(add(entropy(c, middle), entropy(r, middle)), 2);
  });
  // Rounding may leave a trace below zero for equal shares.
  return sqrt(divide(maximum(divergence, 0), Math.LN2));
};

/** The same of live counts against a reference; NaN when either side is empty. */
export const jensenShannonDistance = atOneTime(jensenShannonOver);

function entropy(share: Column, middle: Column): Column {
  return where(share, multiply(share, log(divide(share, middle))), 0);
}
