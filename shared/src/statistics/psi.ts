import { total } from './shares.ts';
import { shareOf } from './zero-share.ts';

/**
 * Population stability index of live counts against a reference: Σ (c − r) ln(c / r) over bins, in nats.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns the index, 0 for equal shares; NaN when either side is empty
 * @throws {RangeError} when the lengths differ
 */
export function populationStabilityIndex(live: readonly number[], reference: readonly number[]): number {
  if (live.length !== reference.length) {
    throw new RangeError(`${live.length} live bins cannot be compared with ${reference.length} of the reference.`);
  }
  const n = total(live);
  const m = total(reference);
  let sum = 0;
  for (let i = 0; i < live.length; i++) sum += psiContribution(live[i] as number, n, reference[i] as number, m);
  return sum;
}

/**
 * What one bin adds to the PSI: (c − r) ln(c / r), with shares of zero replaced by 0.0001.
 *
 * @param live - observations of the bin, of `liveTotal` in all bins
 * @param reference - observations (or share) of the bin in the reference, of `referenceTotal` in all bins
 * @returns NaN when either side is empty
 */
export function psiContribution(live: number, liveTotal: number, reference: number, referenceTotal: number): number {
  if (!(liveTotal > 0 && referenceTotal > 0)) return NaN;
  const c = shareOf(live, liveTotal);
  const r = shareOf(reference, referenceTotal);
  return (c - r) * Math.log(c / r);
}
