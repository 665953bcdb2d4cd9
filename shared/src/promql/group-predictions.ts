import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { ofFavorableClass } from './favorable.ts';
import { increaseOf } from './increase.ts';
import { counter, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

const CLASS = labelOf(ATTRIBUTES.predictionClass);

/** Predictions in the window, grouped by the labels `by`; `narrowing` selects one group or all but one. */
export function groupPredictions(query: MeasureQuery, by: readonly string[], narrowing: LabelValues = {}): Expression {
  return sumBy(increase(query, narrowing), by);
}

/** Predictions of the favorable class only, grouped likewise. */
export function favorableGroupPredictions(
  query: MeasureQuery,
  by: readonly string[],
  narrowing: LabelValues = {},
): Expression {
  const { favorable } = query;
  const counted =
    favorable === undefined
      ? ofFavorableClass(increase(query, narrowing), CLASS, query)
      : increase(query, { ...narrowing, [ATTRIBUTES.predictionClass]: { is: favorable } });
  return sumBy(counted, by);
}

function increase(query: MeasureQuery, narrowing: LabelValues): Expression {
  return increaseOf(counter(METRICS.groupPredictions, query.where, narrowing), query.window);
}
