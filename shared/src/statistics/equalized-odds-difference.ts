import { differenceBetween, type ComparisonOptions, type GroupRate } from './group-comparison.ts';

/**
 * The larger of the differences of true and of false positive rates between groups, without sign.
 *
 * Source: Fairlearn, equalized_odds_difference.
 *
 * @param truePositives - true positives among those actually of the favorable class, by group
 * @param falsePositives - false positives among all others, by group
 * @returns NaN where either cannot be compared
 */
export function equalizedOddsDifferenceOf(
  truePositives: readonly GroupRate[],
  falsePositives: readonly GroupRate[],
  comparison: ComparisonOptions = {},
): number {
  return Math.max(
    Math.abs(differenceBetween(truePositives, comparison)),
    Math.abs(differenceBetween(falsePositives, comparison)),
  );
}
