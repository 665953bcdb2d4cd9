import type { Rate } from './rate.ts';
import { outcomesIn, type ScoredOutcomes } from './scored-outcomes.ts';
import { total } from './shares.ts';

/**
 * Positives among the outcomes with the highest scores, of all positives. Within the bin in which the share ends,
 * positives and negatives are taken to be mixed evenly.
 *
 * @param share - of the outcomes, such as 0.1
 */
export function topCapture(outcomes: ScoredOutcomes, share: number): Rate<number> {
  const { positives, negatives } = outcomes;
  let left = share * outcomesIn(outcomes);
  let found = 0;
  for (let i = positives.length - 1; i >= 0 && left > 0; i--) {
    const positive = positives[i] as number;
    const all = positive + (negatives[i] as number);
    if (all <= 0) continue;
    found += positive * Math.min(left / all, 1);
    left -= all;
  }
  return { numerator: found, denominator: total(positives) };
}
