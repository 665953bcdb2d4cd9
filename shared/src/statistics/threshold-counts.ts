import type { ClassCounts } from './confusion-matrix.ts';
import { f1OfClass } from './f1.ts';
import type { ScoredOutcomes } from './scored-outcomes.ts';
import { total } from './shares.ts';

/** Counts for a threshold at the lower end of each bin, from low to high; the first predicts the class always. */
export function countsByThreshold({ positives, negatives }: ScoredOutcomes): ClassCounts<number>[] {
  const actual = total(positives);
  const counts: ClassCounts<number>[] = [];
  let [truePositives, predicted] = [0, 0];
  for (let i = positives.length - 1; i >= 0; i--) {
    truePositives += positives[i] as number;
    predicted += (positives[i] as number) + (negatives[i] as number);
    counts[i] = { truePositives, predicted, actual };
  }
  return counts;
}

/** The bin from which on the class should be predicted for the highest F1, the first of several, and that F1. */
export interface BestF1 {
  readonly bin: number;
  readonly f1: number;
}

/**
 * The highest F1 over the thresholds at edges.
 *
 * @returns NaN as F1 without positives
 */
export function bestF1(outcomes: ScoredOutcomes): BestF1 {
  let best: BestF1 = { bin: -1, f1: NaN };
  countsByThreshold(outcomes).forEach((counts, bin) => {
    const f1 = f1OfClass(counts);
    if (counts.actual > 0 && !(f1 <= best.f1)) best = { bin, f1 };
  });
  return best;
}
