/**
 * The larger of the differences of true and of false positive rates between groups, without sign.
 *
 * Source: Fairlearn, equalized_odds_difference.
 *
 * @returns NaN where either cannot be compared
 */
export function equalizedOddsDifferenceOf(ofTruePositiveRates: number, ofFalsePositiveRates: number): number {
  return Math.max(Math.abs(ofTruePositiveRates), Math.abs(ofFalsePositiveRates));
}
