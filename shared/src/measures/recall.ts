import { and, div, gt, n } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import type { Average, MeasureQuery } from '../query/measure-query.ts';
import type { ConfusionCell } from './confusion.ts';
import type { Measure } from './measure.ts';
import { averageExpression, averageOverClasses, countsOfClass, type ClassCounts } from './per-class.ts';

const ofClass = ({ hits, actual }: ClassCounts<number>): number => hits / actual;

/**
 * Share of the outcomes that truly were `positive` and were predicted so.
 *
 * @returns NaN when none truly was
 */
export function recallOf(cells: readonly ConfusionCell[], positive: string): number {
  return ofClass(countsOfClass(cells, positive));
}

/** The same of every class, averaged. */
export function averageRecallOf(cells: readonly ConfusionCell[], average: Exclude<Average, 'favorable'>): number {
  return averageOverClasses(cells, average, ofClass);
}

function expression(query: MeasureQuery): Expression {
  const { average = 'favorable' } = query;
  if (average !== 'favorable') {
    return averageExpression(query, average, ({ hits, actual }) => div(hits(), gt(actual(), n(0))));
  }
  const outcomes = Outcomes.ofModel(query);
  return and(div(outcomes.count('hits'), gt(outcomes.count('actual'), n(0))), enough(outcomes.count(), query));
}

export const recall: Measure = {
  id: 'recall',
  name: 'Recall',
  description: 'Of those who truly were of the favorable class, the share who were predicted it.',
  definition: 'TP / (TP + FN), the favorable class being positive; or the average of every class',
  source: 'scikit-learn, recall_score',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'lower',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: expression,
  observations: (query) => Outcomes.ofModel(query).count(),
  rate: (query) => {
    // An average over classes is no share of observations.
    if (query.average !== undefined && query.average !== 'favorable') return undefined;
    const outcomes = Outcomes.ofModel(query);
    return { hits: outcomes.count('hits'), trials: outcomes.count('actual') };
  },
};
