import { divide, log, multiply, subtract } from './columns.ts';
import { atOneTime, sumOverBins, type Statistic } from './shares.ts';
import { ZERO_SHARE } from './zero-share.ts';

/**
 * Population stability index at each time: Σ (c − r) ln(c / r) over bins, in nats, with shares of zero replaced by 0.0001.
 */
export const psiOver: Statistic = (sides) =>
  sumOverBins(sides, (c, r) => multiply(subtract(c, r), log(divide(c, r))), ZERO_SHARE);

/** The same of live counts against a reference. It is 0 for equal shares, and NaN when either side is empty. */
export const populationStabilityIndex = atOneTime(psiOver);

/**
 * What one bin adds to the PSI.
 *
 * @param live - observations of the bin, of `liveTotal` in all bins
 * @param reference - observations (or share) of the bin in the reference, of `referenceTotal` in all bins
 * @returns NaN when either side is empty
 */
export function psiContribution(live: number, liveTotal: number, reference: number, referenceTotal: number): number {
  const [contribution = NaN] = psiOver({
    live: Float64Array.of(live),
    reference: Float64Array.of(reference),
    liveTotal: Float64Array.of(liveTotal),
    referenceTotal: Float64Array.of(referenceTotal),
  });
  return contribution;
}
