import { sumOverBins } from './shares.ts';

/**
 * Jensen–Shannon distance to the base 2, between 0 (equal) and 1 (nothing in common).
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 */
export function jensenShannonDistance(live: readonly number[], reference: readonly number[]): number {
  const divergence = sumOverBins(live, reference, (c, r) => {
    const middle = (c + r) / 2;
    return (entropy(c, middle) + entropy(r, middle)) / 2;
  });
  // Rounding may leave a trace below zero for equal shares.
  return Math.sqrt(Math.max(divergence, 0) / Math.LN2);
}

function entropy(share: number, middle: number): number {
  return share > 0 ? share * Math.log(share / middle) : 0;
}
