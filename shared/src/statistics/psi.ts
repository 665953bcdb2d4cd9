import { total } from './shares.ts';
import { ZERO_SHARE } from './zero-share.ts';

/**
 * Population stability index of live counts against a reference: Σ (c − r) ln(c / r) over bins, in nats, with shares of
 * zero replaced by 0.0001.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @param n - sum of `live`, where it is known
 * @param m - sum of `reference`, where it is known
 * @returns the index, 0 for equal shares; NaN when either side is empty
 * @throws {RangeError} when the lengths differ
 */
export function populationStabilityIndex(
  live: readonly number[],
  reference: readonly number[],
  n = total(live),
  m = total(reference),
): number {
  if (live.length !== reference.length) {
    throw new RangeError(`${live.length} live bins cannot be compared with ${reference.length} of the reference.`);
  }
  if (!(n > 0 && m > 0)) return NaN;
  let sum = 0;
  // One plain loop, as in `total`.
  for (let i = 0; i < live.length; i++) {
    const count = live[i] as number;
    const expected = reference[i] as number;
    const c = count > 0 ? count / n : ZERO_SHARE;
    const r = expected > 0 ? expected / m : ZERO_SHARE;
    sum += (c - r) * Math.log(c / r);
  }
  return sum;
}

/**
 * What one bin adds to the PSI.
 *
 * @param live - observations of the bin, of `liveTotal` in all bins
 * @param reference - observations (or share) of the bin in the reference, of `referenceTotal` in all bins
 * @returns NaN when either side is empty
 */
export function psiContribution(live: number, liveTotal: number, reference: number, referenceTotal: number): number {
  return populationStabilityIndex([live], [reference], liveTotal, referenceTotal);
}
