import { sumOverBins } from './shares.ts';

/**
 * Kullback–Leibler divergence of the live shares from the reference, in nats.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns Infinity when a live value fell where the reference has none; NaN when either side is empty
 */
export function kullbackLeiblerDivergence(live: readonly number[], reference: readonly number[]): number {
  return sumOverBins(live, reference, (c, r) => (c > 0 ? c * Math.log(c / r) : 0));
}
