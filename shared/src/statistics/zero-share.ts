/**
 * Stands in for a share of exactly zero, where a logarithm would have no value. Evidently's convention; shares above
 * zero are left as they are, however small.
 */
export const ZERO_SHARE = 0.0001;

/** `count / total`, or the stand-in where the count is zero. */
export function shareOf(count: number, total: number): number {
  return count > 0 ? count / total : ZERO_SHARE;
}
