import { sumOverBins, total } from './shares.ts';

/**
 * Pearson's χ² statistic of live counts against the shares of the reference. Bins that are empty on both sides are left
 * out.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns Infinity when a live value fell where the reference has none; NaN when either side is empty
 */
export function chiSquareStatistic(live: readonly number[], reference: readonly number[]): number {
  return total(live) * sumOverBins(live, reference, (c, r) => (c === 0 && r === 0 ? 0 : (c - r) ** 2 / r));
}
