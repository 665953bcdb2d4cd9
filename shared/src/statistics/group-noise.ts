import { correctedQuantile } from './corrected-quantile.ts';
import { isEnough } from './is-enough.ts';
import type { Rate } from './rate.ts';
import { total } from './shares.ts';

/** What noise makes of a comparison of rates if all are drawn from one: groups of the same rate are never counted alike. */
export interface GroupNoise {
  /** The one rate: that of all groups of the attribute. */
  readonly pooled: Rate<number>;
  /** 1/n + 1/m of the two groups whose rates are compared. */
  readonly inverseSizes: number;
  /** Normal quantile that noise exceeds in any of the comparisons of an attribute. */
  readonly quantile: number;
}

/**
 * Noise in the comparison of the lowest rate with the highest, of which any two groups can be the ones. No group is
 * smaller than the smallest, so that noise is nowhere larger; k groups are at most k²/2 pairs.
 *
 * @param groups - those that are compared
 * @param minimum - observations below which a group is left out
 * @returns undefined with fewer than two groups that are large enough
 */
export function noiseOfExtremes(
  groups: readonly Rate<number>[],
  minimum: number,
  significance: number,
): GroupNoise | undefined {
  const large = largeOnes(groups, minimum);
  if (large.length < 2) return undefined;
  return {
    pooled: sum(large),
    inverseSizes: 2 / Math.min(...large.map(({ denominator }) => denominator)),
    quantile: quantileOf(significance, large.length ** 2 / 2),
  };
}

/**
 * Noise in the comparison of a group with the reference group. As many groups as there are may be compared with it.
 *
 * @param groups - all of the attribute
 * @param references - several where profiles disagree
 * @returns undefined if one side is too small
 */
export function noiseOfPair(
  group: Rate<number>,
  references: readonly Rate<number>[],
  groups: readonly Rate<number>[],
  minimum: number,
  significance: number,
): GroupNoise | undefined {
  const large = largeOnes(groups, minimum);
  const reference = sum(largeOnes(references, minimum));
  if (!isEnough(group.denominator, minimum) || !(reference.denominator > 0)) return undefined;
  return {
    pooled: sum(large),
    inverseSizes: 1 / group.denominator + 1 / reference.denominator,
    quantile: quantileOf(significance, large.length),
  };
}

function largeOnes(groups: readonly Rate<number>[], minimum: number): Rate<number>[] {
  return groups.filter(({ denominator }) => isEnough(denominator, minimum));
}

/**
 * Ratio that noise alone goes below: exp(−z √((1 − p)/p · (1/n + 1/m))), with the pooled rate p.
 *
 * Source: variance of the log of a ratio of rates, Katz, Baptista, Azen & Pike, Biometrics 34 (1978), 469–474, with the
 * pooled rate of the hypothesis that both are the same.
 */
export function criticalRatioOf({ pooled, inverseSizes, quantile }: GroupNoise): number {
  const odds = pooled.denominator / pooled.numerator - 1;
  return Math.exp(-quantile * Math.sqrt(odds * inverseSizes));
}

/**
 * Difference that noise alone exceeds, without its sign: z √(p (1 − p) (1/n + 1/m)), with the pooled rate p.
 *
 * Source: the test of two proportions, Agresti, Categorical Data Analysis (2013), section 3.2.
 */
export function criticalDifferenceOf({ pooled, inverseSizes, quantile }: GroupNoise): number {
  const rate = pooled.numerator / pooled.denominator;
  return quantile * Math.sqrt(rate * (1 - rate) * inverseSizes);
}

/** Two-sided: noise makes a group look better as often as worse. */
function quantileOf(significance: number, comparisons: number): number {
  return correctedQuantile(significance / 2, comparisons);
}

function sum(rates: readonly Rate<number>[]): Rate<number> {
  return {
    numerator: total(rates.map(({ numerator }) => numerator)),
    denominator: total(rates.map(({ denominator }) => denominator)),
  };
}
