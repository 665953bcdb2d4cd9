/** Outcomes of one predicted and one actual class. */
export interface ConfusionCell {
  readonly predicted: string;
  readonly actual: string;
  readonly count: number;
}

/** Sum of the cells that `of` picks. */
export function countOf(cells: readonly ConfusionCell[], of: (cell: ConfusionCell) => boolean): number {
  return cells.reduce((sum, cell) => (of(cell) ? sum + cell.count : sum), 0);
}

/** Outcomes of one class: those predicted as it, those actually of it, and those that are both. */
export interface ClassCounts<T> {
  readonly predicted: T;
  readonly actual: T;
  readonly truePositives: T;
}

/** Counts of one class in a confusion matrix, that class being positive. */
export function countsOfClass(cells: readonly ConfusionCell[], label: string): ClassCounts<number> {
  return {
    predicted: countOf(cells, ({ predicted }) => predicted === label),
    actual: countOf(cells, ({ actual }) => actual === label),
    truePositives: countOf(cells, ({ predicted, actual }) => predicted === label && actual === label),
  };
}

/** How a number of each class is averaged over classes: `macro` counts all the same, `weighted` by actual frequency. */
export type ClassAverage = 'macro' | 'weighted';

/**
 * A number of each class, averaged over all classes that were predicted or actual.
 *
 * @param ofClass - the number of one class; a class without a value counts as zero, as in scikit-learn
 * @returns NaN without outcomes
 */
export function averageOverClasses(
  cells: readonly ConfusionCell[],
  average: ClassAverage,
  ofClass: (counts: ClassCounts<number>) => number,
): number {
  const used = cells.filter(({ count }) => count > 0);
  const classes = [...new Set(used.flatMap(({ predicted, actual }) => [predicted, actual]))];
  const parts = classes.map((label) => {
    const counts = countsOfClass(used, label);
    return { value: ofClass(counts) || 0, weight: average === 'macro' ? 1 : counts.actual };
  });
  const weights = parts.reduce((total, { weight }) => total + weight, 0);
  return parts.reduce((total, { value, weight }) => total + value * weight, 0) / weights;
}
