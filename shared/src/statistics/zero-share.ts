/**
 * Stands in for a share of exactly zero, where a logarithm would have no value. Evidently's convention; shares above
 * zero are left as they are, however small.
 */
export const ZERO_SHARE = 0.0001;
