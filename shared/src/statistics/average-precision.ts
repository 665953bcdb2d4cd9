import { correctedQuantile } from './corrected-quantile.ts';
import type { ScoredOutcomes } from './scored-outcomes.ts';
import { total } from './shares.ts';
import { DEFAULT_SIGNIFICANCE } from './significance.ts';

/**
 * Average precision: the mean, over positives, of the precision among the scores from theirs on. Within a bin, positives
 * and negatives are taken to be mixed evenly, which gives the mean of (a + p x) / (b + m x) for x from 0 to 1: a of b
 * outcomes above the bin are positive, and p of m in it.
 *
 * Source: scikit-learn, average_precision_score, of which this is the mean over the orders within bins.
 *
 * @returns between 0 and 1; NaN without positives
 */
export function averagePrecision({ positives, negatives }: ScoredOutcomes): number {
  let [truePositives, predicted, sum] = [0, 0, 0];
  for (let i = positives.length - 1; i >= 0; i--) {
    const positive = positives[i] as number;
    const all = positive + (negatives[i] as number);
    if (all <= 0) continue;
    const share = positive / all;
    const offset = truePositives - share * predicted;
    sum += positive * (share + (predicted > 0 ? (offset / all) * Math.log1p(all / predicted) : 0));
    truePositives += positive;
    predicted += all;
  }
  return sum / truePositives;
}

/**
 * Interval of the average precision, on the logit scale.
 *
 * Source: Boyd, Eng & Page, Area under the Precision-Recall Curve, ECML PKDD 2013, section 3.2.
 *
 * @returns lower and upper end; NaN at 0 and 1, where the scale ends
 */
export function averagePrecisionInterval(
  outcomes: ScoredOutcomes,
  significance = DEFAULT_SIGNIFICANCE,
): readonly [number, number] {
  const value = averagePrecision(outcomes);
  if (!(value > 0 && value < 1)) return [NaN, NaN];
  const half = correctedQuantile(significance / 2, 1) / Math.sqrt(total(outcomes.positives) * value * (1 - value));
  const logit = Math.log(value / (1 - value));
  return [1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit))];
}
