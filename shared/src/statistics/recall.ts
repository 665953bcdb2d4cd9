import { countsOfClass, type ClassCounts, type ConfusionCell } from './confusion-matrix.ts';
import type { Rate } from './rate.ts';

/** Correct ones among the outcomes that are actually of the positive class. */
export function recallOf(cells: readonly ConfusionCell[], positive: string): Rate<number> {
  const { truePositives, actual } = countsOfClass(cells, positive);
  return { numerator: truePositives, denominator: actual };
}

/** Recall of one class; NaN when no outcome is of it. */
export const recallOfClass = ({ truePositives, actual }: ClassCounts<number>): number => truePositives / actual;
