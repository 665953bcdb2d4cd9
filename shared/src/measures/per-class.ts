import { add, and, avg, div, gt, mul, n, or, sum } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { countOf, type ConfusionCell } from './confusion.ts';

/** Outcomes of one class: predicted as it, truly of it, and both. */
export interface ClassCounts<T> {
  readonly predicted: T;
  readonly actual: T;
  readonly hits: T;
}

/** Counts of one class in a confusion matrix. */
export function countsOfClass(cells: readonly ConfusionCell[], label: string): ClassCounts<number> {
  return {
    predicted: countOf(cells, ({ predicted }) => predicted === label),
    actual: countOf(cells, ({ actual }) => actual === label),
    hits: countOf(cells, ({ predicted, actual }) => predicted === label && actual === label),
  };
}

/**
 * A number of each class, put together over all classes that were predicted or true.
 *
 * @param average - `macro` counts every class the same, `weighted` by how often it was true
 * @param ofClass - the number of one class; one without value counts as zero, as in scikit-learn
 * @returns NaN without outcomes
 */
export function averageOverClasses(
  cells: readonly ConfusionCell[],
  average: 'macro' | 'weighted',
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

/** {@link averageOverClasses} in PromQL, one series a model; nothing with too few outcomes. */
export function averageExpression(
  query: MeasureQuery,
  average: 'macro' | 'weighted',
  ofClass: (counts: ClassCounts<() => Expression>) => Expression,
): Expression {
  const outcomes = Outcomes.ofModel(query);
  // Of many classes only those are exported that were ever seen, so that one side may lack a class of the other.
  const filled = (own: 'predicted' | 'actual' | 'hits', other: 'predicted' | 'actual'): Expression =>
    or(outcomes.perClass(own), mul(outcomes.perClass(other), n(0)));
  const predicted = (): Expression => filled('predicted', 'actual');
  const actual = (): Expression => filled('actual', 'predicted');
  const hits = (): Expression => or(outcomes.perClass('hits'), mul(predicted(), n(0)));
  const used = gt(add(predicted(), actual()), n(0));
  const value = and(or(ofClass({ predicted, actual, hits }), mul(actual(), n(0))), used);
  const by = labels(...PER_MODEL);
  const averaged =
    average === 'macro' ? avg(value).by(by) : div(sum(mul(value, actual())).by(by), sum(actual()).by(by));
  return and(averaged, enough(outcomes.count(), query));
}
