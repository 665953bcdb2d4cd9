/** Probability with which noise alone exceeds a critical value, or an interval misses the true value, by default. */
export const DEFAULT_SIGNIFICANCE = 0.05;

/**
 * Probability that noise alone fires an alert in any of the features of a model. Windows follow one another all day, so it
 * is lower than where a person looks once.
 */
export const ALERT_SIGNIFICANCE = 0.001;
