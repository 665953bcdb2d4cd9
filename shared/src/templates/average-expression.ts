import { add, and, avg, div, gt, mul, n, sum } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { Expression } from '../promql/expression.ts';
import { orZero } from '../promql/or-zero.ts';
import type { Outcomes } from '../promql/outcomes.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { ClassAverage, ClassCounts } from '../statistics/confusion-matrix.ts';

const PER_MODEL = dimensionLabels(METRICS.predictions);

/** A statistic of each class in PromQL, averaged over all predicted or actual classes: one series for each model. */
export function averageExpression(
  outcomes: Outcomes,
  average: ClassAverage,
  ofClass: (counts: ClassCounts<() => Expression>) => Expression,
): Expression {
  // Only classes that occurred are exported, so one side may lack a class of the other.
  const filled = (own: 'predicted' | 'actual', other: 'predicted' | 'actual'): Expression =>
    orZero(outcomes.perClass(own), outcomes.perClass(other));
  const predicted = (): Expression => filled('predicted', 'actual');
  const actual = (): Expression => filled('actual', 'predicted');
  const truePositives = (): Expression => orZero(outcomes.perClass('truePositives'), predicted());
  const used = gt(add(predicted(), actual()), n(0));
  const value = and(orZero(ofClass({ predicted, actual, truePositives }), actual()), used);
  return average === 'macro'
    ? avg(value).by(PER_MODEL)
    : div(sum(mul(value, actual())).by(PER_MODEL), sum(actual()).by(PER_MODEL));
}
