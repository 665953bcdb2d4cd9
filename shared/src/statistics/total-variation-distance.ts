import { sumOverBins } from './shares.ts';

/**
 * Total variation distance: the share of values that would have to change bins, between 0 and 1.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 */
export function totalVariationDistance(live: readonly number[], reference: readonly number[]): number {
  return sumOverBins(live, reference, (c, r) => Math.abs(c - r)) / 2;
}
