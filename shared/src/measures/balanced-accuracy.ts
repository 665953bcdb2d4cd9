import { and, avg, div, gt, mul, n, or } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { type ConfusionCell } from './confusion.ts';
import type { Measure } from './measure.ts';
import { recallOf } from './recall.ts';

/**
 * Mean over the actual classes of the share that was predicted rightly.
 *
 * @returns NaN without outcomes
 */
export function balancedAccuracyOf(cells: readonly ConfusionCell[]): number {
  const classes = [...new Set(cells.filter(({ count }) => count > 0).map(({ actual }) => actual))];
  return classes.reduce((sum, label) => sum + recallOf(cells, label), 0) / classes.length;
}

function expression(query: MeasureQuery): Expression {
  const outcomes = Outcomes.ofModel(query);
  const actual = (): Expression => outcomes.perClass('actual');
  const hits = or(outcomes.perClass('hits'), mul(actual(), n(0)));
  // A class that nobody was of has no recall.
  return and(avg(div(hits, gt(actual(), n(0)))).by(labels(...PER_MODEL)), enough(outcomes.count(), query));
}

export const balancedAccuracy: Measure = {
  id: 'balanced-accuracy',
  name: 'Balanced accuracy',
  description: 'Accuracy with every class counting the same, however rare it is.',
  definition: 'mean over actual classes of the share predicted rightly',
  source: 'scikit-learn, balanced_accuracy_score',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'lower',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: expression,
  observations: (query) => Outcomes.ofModel(query).count(),
};
