import type { Statistic } from './statistics.ts';

/**
 * How well the model did on its training or validation rows, by scikit-learn's names and definitions: `accuracy` and
 * `balanced_accuracy`, with a favourable class also its `precision`, `recall` and `f1`; `mae`, `rmse` and `bias` of a
 * regression. Measures without a value, such as the precision of a class that was never predicted, are left out.
 *
 * @returns undefined where the rows held no predictions beside labels
 */
export function baselinePerformance(
  statistics: readonly Statistic[],
  favourable: string | undefined,
): Record<string, number> | undefined {
  const cells = statistics
    .filter(({ statistic }) => statistic === 'confusion')
    .map(({ category, actual, count }) => ({ predicted: category, actual, count: count ?? 0 }));
  const errors = statistics.filter(({ statistic }) => ['mae', 'rmse', 'bias'].includes(statistic));
  const measures = [
    ...errors.map(({ statistic, number }) => [statistic, number ?? NaN] as const),
    ...(cells.length === 0 ? [] : classification(cells, favourable)),
  ].filter(([, value]) => Number.isFinite(value));
  return measures.length === 0 ? undefined : Object.fromEntries(measures);
}

interface Cell {
  readonly predicted: string | null | undefined;
  readonly actual: string | null | undefined;
  readonly count: number;
}

function classification(cells: readonly Cell[], favourable: string | undefined): [string, number][] {
  const sum = (of: (cell: Cell) => boolean): number => cells.filter(of).reduce((total, { count }) => total + count, 0);
  const recallOf = (label: Cell['actual']): number =>
    sum(({ predicted, actual }) => actual === label && predicted === label) / sum(({ actual }) => actual === label);
  const labels = [...new Set(cells.map(({ actual }) => actual))];
  const measures: [string, number][] = [
    ['accuracy', sum(({ predicted, actual }) => predicted === actual) / sum(() => true)],
    ['balanced_accuracy', labels.reduce((total, label) => total + recallOf(label), 0) / labels.length],
  ];
  if (favourable === undefined) return measures;
  const hits = sum(({ predicted, actual }) => predicted === favourable && actual === favourable);
  const predicted = sum((cell) => cell.predicted === favourable);
  const actual = sum((cell) => cell.actual === favourable);
  return [
    ...measures,
    ['precision', hits / predicted],
    ['recall', hits / actual],
    ['f1', (2 * hits) / (predicted + actual)],
  ];
}
