/** Probability with which noise alone exceeds a critical value, or an interval misses the true value, by default. */
export const DEFAULT_SIGNIFICANCE = 0.05;

/**
 * Probability that noise alone fires an alert in any of the features of a model. A rule looks every minute at an hour that
 * moves on, which in a week is as good as some thousand looks: with 0.001, forty features of 250 rows an hour fire three
 * alerts a week by noise, with 0.0001 one in two weeks (`npm run quiet-week --workspace @driftline/shared`).
 */
export const ALERT_SIGNIFICANCE = 0.00001;
