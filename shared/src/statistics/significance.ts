/** Probability with which noise alone exceeds a critical value, or an interval misses the true value, by default. */
export const DEFAULT_SIGNIFICANCE = 0.05;
