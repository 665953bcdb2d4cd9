import { isEnough } from './is-enough.ts';
import type { Rate } from './rate.ts';

/** A rate of one group, as the counts that it is made of. */
export interface GroupRate extends Rate<number> {
  readonly group: string;
}

/** How groups are compared. */
export interface ComparisonOptions {
  /** The group that all others together are compared with; without it the extremes are compared. */
  readonly privileged?: string | undefined;
  /** Observations below which a group (or all others together) is left out. An empty group always is. */
  readonly minimum?: number;
}

/**
 * Ratio of a rate between groups: all other groups together over the privileged one where it is named (AIF360), else
 * the lowest over the highest (Fairlearn).
 *
 * @returns NaN with fewer than two groups that are large enough, or when the denominator is zero
 */
export function ratioBetween(groups: readonly GroupRate[], comparison: ComparisonOptions = {}): number {
  const [above, below] = rates(groups, comparison, (lowest, highest) => [lowest, highest]);
  return below > 0 ? above / below : NaN;
}

/**
 * Difference of a rate between groups: all other groups together less the privileged one where it is named (AIF360:
 * below zero is to their disadvantage), else the highest less the lowest (Fairlearn).
 *
 * @returns NaN with fewer than two groups that are large enough
 */
export function differenceBetween(groups: readonly GroupRate[], comparison: ComparisonOptions = {}): number {
  const [left, right] = rates(groups, comparison, (lowest, highest) => [highest, lowest]);
  return left - right;
}

/** Denominator of the smallest group that is large enough: what the whole comparison rests on. NaN without one. */
export function smallestGroup(groups: readonly GroupRate[], { minimum = 0 }: ComparisonOptions = {}): number {
  const sizes = groups.map(({ denominator }) => denominator).filter((size) => isEnough(size, minimum));
  return sizes.length === 0 ? NaN : Math.min(...sizes);
}

type Pair = readonly [number, number];

function rates(
  groups: readonly GroupRate[],
  { privileged, minimum = 0 }: ComparisonOptions,
  ofExtremes: (lowest: number, highest: number) => Pair,
): Pair {
  if (privileged === undefined) {
    const all = groups.filter(({ denominator }) => isEnough(denominator, minimum));
    const values = all.map(({ numerator, denominator }) => numerator / denominator);
    // One group alone would be compared with itself and look perfectly fair.
    return values.length < 2 ? [NaN, NaN] : ofExtremes(Math.min(...values), Math.max(...values));
  }
  const together = (members: readonly GroupRate[]): number => {
    const denominator = members.reduce((sum, each) => sum + each.denominator, 0);
    if (!isEnough(denominator, minimum)) return NaN;
    return members.reduce((sum, each) => sum + each.numerator, 0) / denominator;
  };
  return [
    together(groups.filter(({ group }) => group !== privileged)),
    together(groups.filter(({ group }) => group === privileged)),
  ];
}
