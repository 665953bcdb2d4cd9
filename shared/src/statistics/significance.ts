/** Probability with which noise alone exceeds a critical value, or an interval misses the true value, by default. */
export const DEFAULT_SIGNIFICANCE = 0.05;

/**
 * Probability that noise alone fires an alert in any of the features of a model. A rule looks every minute at an hour that
 * moves on, which in a week is as good as some thousand looks, and the PSI of few rows has a longer tail than χ². Forty
 * features of 250 rows an hour, hardly more than the minimum, fire three alerts a week by noise with 0.001, and three in 25
 * weeks with this; with 400 rows an hour none in ten (`npm run quiet-week --workspace @driftline/shared`). A smaller one would
 * hide a disparate impact of 0.6 among 2000 people.
 */
export const ALERT_SIGNIFICANCE = 0.00001;
