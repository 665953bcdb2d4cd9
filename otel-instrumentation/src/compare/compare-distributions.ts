import { DEFAULT_SIGNIFICANCE, populationStabilityIndex, psiCriticalValueOf } from '@driftline/shared';
import { sumOf } from '../values/sum-of.ts';
import { commonBins, NoCommonBins } from './common-bins.ts';
import type { Distribution } from './distribution.ts';

/** PSI between two distributions, or why there is none. */
export type ComparedBins =
  | {
      readonly psi: number;
      /** PSI that noise alone exceeds in any of the distributions with a probability of 5 %. */
      readonly noise: number;
      /** Bins that were compared, of those that the earlier profile has. */
      readonly bins: number;
      readonly ofBins: number;
      /** Rows of the later profile that the earlier one reads as missing. */
      readonly readAsMissing: number;
    }
  | {
      readonly psi: null;
      /** A clause that follows the name of what is compared. */
      readonly reason: string;
    };

/**
 * PSI of the later distribution's rows against the earlier, in the bins that both have in common.
 *
 * @param together - distributions that are compared, of which noise is to exceed the critical value in none
 */
export function compareDistributions(
  before: Distribution,
  after: Distribution | undefined,
  together: number,
): ComparedBins {
  if (after === undefined) return { psi: null, reason: 'is not in the later profile' };
  const common = commonBins(before, after);
  if (common instanceof NoCommonBins) return { psi: null, reason: common.reason };
  const [n, m] = [sumOf(common.after), sumOf(common.before)];
  if (m === 0) return { psi: null, reason: 'has no value in the earlier profile' };
  if (n === 0) return { psi: null, reason: 'has no value in the later profile' };
  // Bins that training never used say nothing of its noise.
  const used = common.before.filter((count) => count > 0).length;
  return {
    psi: populationStabilityIndex(common.after, common.before),
    noise: psiCriticalValueOf(n, m, used, DEFAULT_SIGNIFICANCE, together),
    bins: common.before.length,
    ofBins: common.whole,
    readAsMissing: common.missing,
  };
}
