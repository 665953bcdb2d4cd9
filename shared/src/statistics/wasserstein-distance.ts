import { sharesOf } from './shares.ts';

/**
 * Wasserstein distance of two binned distributions, every value standing at the middle of its bin, in standard
 * deviations of the reference so binned.
 *
 * @param middles - middle of each bin, ascending
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty, and when all of the reference is in one bin
 */
export function normedWassersteinDistance(
  middles: readonly number[],
  live: readonly number[],
  reference: readonly number[],
): number {
  const [c, r] = sharesOf(live, reference);
  const mean = r.reduce((sum, share, i) => sum + share * (middles[i] as number), 0);
  const variance = r.reduce((sum, share, i) => sum + share * ((middles[i] as number) - mean) ** 2, 0);
  let difference = 0;
  const distance = middles.slice(1).reduce((sum, middle, i) => {
    difference += (c[i] as number) - (r[i] as number);
    return sum + Math.abs(difference) * (middle - (middles[i] as number));
  }, 0);
  return variance > 0 ? distance / Math.sqrt(variance) : NaN;
}
