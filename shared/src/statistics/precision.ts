import { countsOfClass, type ClassCounts, type ConfusionCell } from './confusion-matrix.ts';
import type { Rate } from './rate.ts';

/** Correct ones among the outcomes that were predicted as the positive class. */
export function precisionOf(cells: readonly ConfusionCell[], positive: string): Rate<number> {
  const { truePositives, predicted } = countsOfClass(cells, positive);
  return { numerator: truePositives, denominator: predicted };
}

/** Precision of one class; NaN when it was never predicted. */
export const precisionOfClass = ({ truePositives, predicted }: ClassCounts<number>): number =>
  truePositives / predicted;
