/**
 * How far a mean lies from that of the baseline, in standard deviations of the baseline.
 *
 * Source: Cohen's d with the baseline's standard deviation (Glass's Δ, 1976).
 *
 * @returns NaN where the baseline is constant, and where any of the three is unknown
 */
export function meanShiftOf(mean: number, baselineMean: number, standardDeviation: number): number {
  return standardDeviation > 0 ? (mean - baselineMean) / standardDeviation : NaN;
}
