import { add, and, div, gt, mul, n } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import type { Average, MeasureQuery } from '../query/measure-query.ts';
import type { ConfusionCell } from './confusion.ts';
import type { Measure } from './measure.ts';
import { averageExpression, averageOverClasses, countsOfClass, type ClassCounts } from './per-class.ts';

const ofClass = ({ hits, predicted, actual }: ClassCounts<number>): number => (2 * hits) / (predicted + actual);

/**
 * Harmonic mean of precision and recall.
 *
 * @returns NaN when `positive` was neither predicted nor true
 */
export function f1Of(cells: readonly ConfusionCell[], positive: string): number {
  return ofClass(countsOfClass(cells, positive));
}

/** The same of every class, averaged. */
export function averageF1Of(cells: readonly ConfusionCell[], average: Exclude<Average, 'favorable'>): number {
  return averageOverClasses(cells, average, ofClass);
}

function expression(query: MeasureQuery): Expression {
  const { average = 'favorable' } = query;
  const quotient = ({ hits, predicted, actual }: ClassCounts<() => Expression>): Expression =>
    div(mul(n(2), hits()), gt(add(predicted(), actual()), n(0)));
  if (average !== 'favorable') return averageExpression(query, average, quotient);
  const outcomes = Outcomes.ofModel(query);
  const favorable = {
    hits: () => outcomes.count('hits'),
    predicted: () => outcomes.count('predicted'),
    actual: () => outcomes.count('actual'),
  };
  return and(quotient(favorable), enough(outcomes.count(), query));
}

export const f1: Measure = {
  id: 'f1',
  name: 'F1',
  description: 'One number for precision and recall of the favorable class; low as soon as one of them is.',
  definition: '2 TP / (2 TP + FP + FN), the favorable class being positive; or the average of every class',
  source: 'scikit-learn, f1_score',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'lower',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: expression,
  observations: (query) => Outcomes.ofModel(query).count(),
};
