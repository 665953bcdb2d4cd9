import { div } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { countOf, type ConfusionCell } from './confusion.ts';
import { rateMeasure } from './rate-measure.ts';

/**
 * Share of outcomes whose class was predicted rightly.
 *
 * @returns NaN without outcomes
 */
export function accuracyOf(cells: readonly ConfusionCell[]): number {
  return countOf(cells, ({ predicted, actual }) => predicted === actual) / countOf(cells, () => true);
}

/** The same in PromQL, one series a model; `offset` is how long ago the window ended. */
export function accuracyExpression(query: MeasureQuery, offset?: string): Expression {
  const outcomes = Outcomes.ofModel(query, offset);
  return div(outcomes.correct(), enough(outcomes.count(), query));
}

export const accuracy = rateMeasure({
  id: 'accuracy',
  name: 'Accuracy',
  description: 'Share of the outcomes that came in the window whose class the model had predicted.',
  definition: 'outcomes with predicted = actual / all outcomes',
  source: 'scikit-learn, accuracy_score',
  family: 'performance',
  subject: 'model',
  worse: 'lower',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  rate: (query) => {
    const outcomes = Outcomes.ofModel(query);
    return { hits: outcomes.correct(), trials: outcomes.count() };
  },
});
