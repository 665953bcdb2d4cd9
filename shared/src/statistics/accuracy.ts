import { countOf, type ConfusionCell } from './confusion-matrix.ts';
import type { Rate } from './rate.ts';

/** Outcomes whose class was predicted correctly, of all outcomes. */
export function accuracyOf(cells: readonly ConfusionCell[]): Rate<number> {
  return {
    numerator: countOf(cells, ({ predicted, actual }) => predicted === actual),
    denominator: countOf(cells, () => true),
  };
}
