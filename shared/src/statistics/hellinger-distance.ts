import { sumOverBins } from './shares.ts';

/**
 * Hellinger distance, between 0 (equal) and 1 (nothing in common).
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 */
export function hellingerDistance(live: readonly number[], reference: readonly number[]): number {
  const overlap = sumOverBins(live, reference, (c, r) => Math.sqrt(c * r));
  return Math.sqrt(Math.max(1 - overlap, 0));
}
