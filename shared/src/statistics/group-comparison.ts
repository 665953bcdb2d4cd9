import { isEnough } from './is-enough.ts';
import { valueOfRate, type Rate } from './rate.ts';

/** A rate of one group, as the counts that it is made of. */
export interface GroupRate extends Rate<number> {
  readonly group: string;
}

/**
 * Ratio of the lowest rate to the highest.
 *
 * Source: Fairlearn, demographic_parity_ratio.
 *
 * @param minimum - observations below which a group is left out; an empty group always is
 * @returns NaN with fewer than two groups that are large enough, or when the highest rate is zero
 */
export function ratioOfExtremes(groups: readonly Rate<number>[], minimum = 0): number {
  const [lowest, highest] = extremes(groups, minimum);
  return quotient(lowest, highest);
}

/**
 * Difference of the highest rate and the lowest.
 *
 * Source: Fairlearn, demographic_parity_difference.
 *
 * @param minimum - observations below which a group is left out; an empty group always is
 * @returns NaN with fewer than two groups that are large enough
 */
export function differenceOfExtremes(groups: readonly Rate<number>[], minimum = 0): number {
  const [lowest, highest] = extremes(groups, minimum);
  return highest - lowest;
}

/**
 * Ratio of the rate of a group to that of the reference group.
 *
 * Source: AIF360, disparate_impact, with one unprivileged group.
 *
 * @param minimum - observations that both groups need
 * @returns NaN when one group is too small, or when the reference group's rate is zero
 */
export function ratioToReference(group: Rate<number>, reference: Rate<number>, minimum = 0): number {
  return quotient(rateIfEnough(group, minimum), rateIfEnough(reference, minimum));
}

/**
 * Difference of the rate of a group and that of the reference group: below zero, the group has the lower rate.
 *
 * Source: AIF360, mean_difference, with one unprivileged group.
 *
 * @param minimum - observations that both groups need
 * @returns NaN when one group is too small
 */
export function differenceToReference(group: Rate<number>, reference: Rate<number>, minimum = 0): number {
  return rateIfEnough(group, minimum) - rateIfEnough(reference, minimum);
}

/** Denominator of the smallest group that is large enough: what a comparison of extremes rests on. NaN without one. */
export function smallestGroup(groups: readonly Rate<number>[], minimum = 0): number {
  const sizes = groups.map(({ denominator }) => denominator).filter((size) => isEnough(size, minimum));
  return sizes.length === 0 ? NaN : Math.min(...sizes);
}

function extremes(groups: readonly Rate<number>[], minimum: number): readonly [lowest: number, highest: number] {
  const values = groups.map((group) => rateIfEnough(group, minimum)).filter((value) => !Number.isNaN(value));
  // One group alone would be compared with itself and look perfectly fair.
  return values.length < 2 ? [NaN, NaN] : [Math.min(...values), Math.max(...values)];
}

function rateIfEnough(rate: Rate<number>, minimum: number): number {
  return isEnough(rate.denominator, minimum) ? valueOfRate(rate) : NaN;
}

function quotient(above: number, below: number): number {
  return below > 0 ? above / below : NaN;
}
