import {
  accuracyOf,
  balancedAccuracyOf,
  countsOfClass,
  f1OfClass,
  precisionOfClass,
  recallOfClass,
  valueOfRate,
  type ConfusionCell,
} from '@driftline/shared';
import type { Statistic } from './statistics.ts';

/**
 * How well the model did on its training or validation rows, by scikit-learn's names and definitions: `accuracy` and
 * `balanced_accuracy`, with a favorable class also its `precision`, `recall` and `f1`; `mae`, `rmse` and `bias` of a
 * regression. Measures without a value, such as the precision of a class that was never predicted, are left out.
 *
 * @param labelOf - gives the class of a text, so that predictions and labels of different types are compared
 * @returns undefined if the rows have no predictions next to labels
 */
export function baselinePerformance(
  statistics: readonly Statistic[],
  favorable: string | undefined,
  labelOf: (text: string) => string = (text) => text,
): Record<string, number> | undefined {
  const cells = statistics
    .filter(({ statistic }) => statistic === 'confusion')
    .map(({ category, actual, count }) => ({
      predicted: labelOf(category ?? ''),
      actual: labelOf(actual ?? ''),
      count: count ?? 0,
    }));
  const errors = statistics.filter(({ statistic }) => ['mae', 'rmse', 'bias'].includes(statistic));
  const measures = [
    ...errors.map(({ statistic, number }) => [statistic, number ?? NaN] as const),
    ...(cells.length === 0 ? [] : classification(cells, favorable)),
  ].filter(([, value]) => Number.isFinite(value));
  return measures.length === 0 ? undefined : Object.fromEntries(measures);
}

function classification(cells: readonly ConfusionCell[], favorable: string | undefined): [string, number][] {
  const measures: [string, number][] = [
    ['accuracy', valueOfRate(accuracyOf(cells))],
    ['balanced_accuracy', balancedAccuracyOf(cells)],
  ];
  if (favorable === undefined) return measures;
  const counts = countsOfClass(cells, favorable);
  return [
    ...measures,
    ['precision', precisionOfClass(counts)],
    ['recall', recallOfClass(counts)],
    ['f1', f1OfClass(counts)],
  ];
}
