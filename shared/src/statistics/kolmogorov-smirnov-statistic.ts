import { sharesOf } from './shares.ts';

/**
 * Kolmogorov–Smirnov statistic at the edges of ordered bins: exact there, and a lower bound of the statistic of the
 * values themselves.
 *
 * @param live - observations per bin in the window, from low to high
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns between 0 and 1; NaN when either side is empty
 */
export function kolmogorovSmirnovStatistic(live: readonly number[], reference: readonly number[]): number {
  const [c, r] = sharesOf(live, reference);
  let difference = 0;
  return c.reduce((largest, share, i) => {
    difference += share - (r[i] as number);
    return Math.max(largest, Math.abs(difference));
  }, 0);
}
