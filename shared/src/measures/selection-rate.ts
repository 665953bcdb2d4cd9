import { and, div, eq, n, sum, increase } from '@grafana/promql-builder';
import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP, PER_MODEL, reference } from '../promql/reference.ts';
import { groupsOf, labels, modelOf, series, type LabelValues } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';

const GROUP_PREDICTIONS = counterSeries(METRICS.groupPredictions);

/** Predictions of the favourable class, by `by`. */
function favourablePredictions(query: MeasureQuery, groups: LabelValues, by: readonly AttributeName[]): Expression {
  if (query.favourable !== undefined) {
    return counted(
      series(GROUP_PREDICTIONS, { ...groups, [ATTRIBUTES.predictionClass]: [query.favourable] }),
      query,
      by,
    );
  }
  const perClass = [...PER_MODEL, ATTRIBUTES.predictionClass];
  const favourable = reference(METRICS.referencePredictionFavourable, query, modelOf(query), perClass);
  return sum(
    and(increase(series(GROUP_PREDICTIONS, groups).range(query.window)), eq(favourable, n(1))).on(labels(...perClass)),
  ).by(labels(...by));
}

/**
 * Favourable predictions over all predictions, by `by`; nothing where there were too few.
 *
 * @param narrowing - further label values, such as one group
 */
export function selectionRateExpression(
  query: MeasureQuery,
  by: readonly AttributeName[] = PER_GROUP,
  narrowing: LabelValues = {},
): Expression {
  const groups = { ...groupsOf(query), ...narrowing };
  return div(
    favourablePredictions(query, groups, by),
    enough(counted(series(GROUP_PREDICTIONS, groups), query, by), query),
  );
}

export const selectionRate: Measure = {
  id: 'selection-rate',
  name: 'Selection rate',
  description: 'Share of each group that receives the favourable prediction.',
  definition: 'P(predicted favourable | group)',
  source: 'Fairlearn, selection_rate',
  unit: 'share',
  subject: 'group',
  worse: 'neither',
  legend: () => '{{ml_group_attribute}}: {{ml_group_value}}',
  promql: (query) => selectionRateExpression(query),
};
