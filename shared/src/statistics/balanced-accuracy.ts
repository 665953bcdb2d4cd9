import { countsOfClass, type ConfusionCell } from './confusion-matrix.ts';
import { recallOfClass } from './recall.ts';

/**
 * Mean recall of the classes that outcomes are actually of.
 *
 * @returns NaN without outcomes
 */
export function balancedAccuracyOf(cells: readonly ConfusionCell[]): number {
  const classes = [...new Set(cells.filter(({ count }) => count > 0).map(({ actual }) => actual))];
  return classes.reduce((sum, label) => sum + recallOfClass(countsOfClass(cells, label)), 0) / classes.length;
}
