import type { ScoredOutcomes } from './scored-outcomes.ts';
import { total } from './shares.ts';

/** Predictions by bins of a score, from low to high, with what held-out data say of each; one entry for each bin. */
export interface CalibratedPredictions {
  readonly predictions: readonly number[];
  /** Share of the held-out rows that are of the class. */
  readonly positive: readonly number[];
  /** Held-out rows. */
  readonly rows: readonly number[];
  /** Whether the class is predicted. */
  readonly isPredicted: readonly boolean[];
}

/** How many predictions there are. */
export function predictionsIn({ predictions }: CalibratedPredictions): number {
  return total(predictions);
}

/** The held-out data as if they were the predictions: what the model is compared with. */
export function heldOut(calibrated: CalibratedPredictions): CalibratedPredictions {
  return { ...calibrated, predictions: calibrated.rows };
}

/** The outcomes that are to be expected in each bin. */
export function expectedOutcomesOf({ predictions, positive }: CalibratedPredictions): ScoredOutcomes {
  return {
    positives: predictions.map((count, bin) => count * (positive[bin] as number)),
    negatives: predictions.map((count, bin) => count * (1 - (positive[bin] as number))),
  };
}

/**
 * Variance of the outcomes of the class in each bin, by what is left to chance and by what the held-out data left open:
 * n c (1 − c) (1 + n / m) for n predictions, m held-out rows and the share c.
 */
export function outcomeVariances({ predictions, positive, rows }: CalibratedPredictions): number[] {
  return predictions.map((count, bin) => {
    const share = positive[bin] as number;
    return count * share * (1 - share) * (1 + count / Math.max(rows[bin] as number, 1));
  });
}
