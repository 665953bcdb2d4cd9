import { countOf, countsOfClass, type ClassCounts, type ConfusionCell } from './confusion-matrix.ts';

/**
 * Correlation of predicted with actual classes, of any number of classes: 1 is perfect, 0 is what guessing gives.
 *
 * Source: Gorodkin, Computational Biology and Chemistry 28 (2004), 367–374, as in scikit-learn's matthews_corrcoef.
 *
 * @returns 0 when only one class was predicted or actual, as scikit-learn has it; NaN without outcomes
 */
export function matthewsCorrelationOf(cells: readonly ConfusionCell[]): number {
  const classes = [...new Set(cells.flatMap(({ predicted, actual }) => [predicted, actual]))];
  const counts = classes.map((label) => countsOfClass(cells, label));
  const over = (part: (of: ClassCounts<number>) => number): number => counts.reduce((sum, of) => sum + part(of), 0);
  const all = countOf(cells, () => true);
  if (all === 0) return NaN;
  const covariance =
    over(({ truePositives }) => truePositives) * all - over(({ predicted, actual }) => predicted * actual);
  const spread = (all ** 2 - over(({ predicted }) => predicted ** 2)) * (all ** 2 - over(({ actual }) => actual ** 2));
  return spread > 0 ? covariance / Math.sqrt(spread) : 0;
}
