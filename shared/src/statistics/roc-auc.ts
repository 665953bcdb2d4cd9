import type { ScoredOutcomes } from './scored-outcomes.ts';
import { total } from './shares.ts';
import { normalInterval } from './normal-interval.ts';

/**
 * Area under the ROC curve: the probability that a positive has a higher score than a negative, where pairs within a bin
 * count half. Of the scores themselves it differs by at most half the share of such pairs.
 *
 * Source: Mann & Whitney (1947); scikit-learn, roc_auc_score, which equals it for scores that are bins.
 *
 * @returns between 0 and 1; NaN without positives or without negatives
 */
export function rocAuc({ positives, negatives }: ScoredOutcomes): number {
  let below = 0;
  let pairs = 0;
  for (let i = 0; i < positives.length; i++) {
    const here = negatives[i] as number;
    pairs += (positives[i] as number) * (below + here / 2);
    below += here;
  }
  // Sums of counts that a store extrapolated may be a trace apart.
  return Math.min(pairs / (total(positives) * below), 1);
}

/** A variance of the area that rounding alone may leave. */
const ROUNDING = 1e-28;

/**
 * Interval in which the area lies with probability 1 − significance, by the variance of the shares of negatives below each
 * positive and of positives above each negative.
 *
 * Source: DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988), 837–845, for one curve, over bins.
 *
 * @returns lower and upper end; NaN with fewer than two outcomes of either kind, and where the two are separated, since no
 * variance is left then
 */
export function rocAucInterval(outcomes: ScoredOutcomes, significance?: number): readonly [number, number] {
  const { positives, negatives } = outcomes;
  const [all, others] = [total(positives), total(negatives)];
  const area = rocAuc(outcomes);
  let [below, above] = [0, all];
  let [ofPositives, ofNegatives] = [0, 0];
  for (let i = 0; i < positives.length; i++) {
    const [positive, negative] = [positives[i] as number, negatives[i] as number];
    above -= positive;
    ofPositives += positive * ((below + negative / 2) / others - area) ** 2;
    ofNegatives += negative * ((above + positive / 2) / all - area) ** 2;
    below += negative;
  }
  const variance = ofPositives / (all * (all - 1)) + ofNegatives / (others * (others - 1));
  return variance > ROUNDING && all > 1 && others > 1
    ? normalInterval(area, variance, significance, [0, 1])
    : [NaN, NaN];
}
