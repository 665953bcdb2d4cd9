import { div, n, pow, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { counter, dimensionLabels, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

export const PREDICTION_BIN = labelOf(ATTRIBUTES.predictionBin);

/** Labels of one regression: the model, and the profile that has the bins and the mean. */
export const PER_REGRESSION: readonly string[] = dimensionLabels(METRICS.outcomeResiduals);

/** The same of one bin of its predictions. */
export const PER_PREDICTION_BIN: readonly string[] = [...PER_REGRESSION, PREDICTION_BIN];

/** Outcomes, grouped by the labels `by`. */
export function residualCount(query: MeasureQuery, by = PER_REGRESSION): Expression {
  return sumOf(METRICS.outcomeResiduals, query, by);
}

/** Sum of squared residuals, grouped by the labels `by`. */
export function squaredResiduals(query: MeasureQuery, by = PER_REGRESSION): Expression {
  return sumOf(METRICS.outcomeResidualSquared, query, by);
}

/** Sum of the residuals on one side of zero, positive, by bin. */
export function residualsOn(side: 'above' | 'below', query: MeasureQuery): Expression {
  return sumOf(METRICS.outcomeResidualDeviation, query, PER_PREDICTION_BIN, onSide(side));
}

/** Sum of the deviations of actual values on one side of the reference mean, positive. */
export function actualDeviations(side: 'above' | 'below', query: MeasureQuery): Expression {
  return sumOf(METRICS.outcomeActualDeviation, query, PER_REGRESSION, onSide(side));
}

/** Sum of the squares of these deviations. */
export function squaredActualDeviations(query: MeasureQuery): Expression {
  return sumOf(METRICS.outcomeActualDeviationSquared, query, PER_REGRESSION);
}

/** Sum of squared deviations of actual values from their own mean. */
export function actualVariation(query: MeasureQuery): Expression {
  const sum = sub(actualDeviations('above', query), actualDeviations('below', query));
  return sub(squaredActualDeviations(query), div(pow(sum, n(2)), residualCount(query)));
}

const onSide = (side: string): LabelValues => ({ [ATTRIBUTES.deviationSide]: { is: side } });

function sumOf(
  metric: MetricOf<'counter'>,
  query: MeasureQuery,
  by: readonly string[],
  values: LabelValues = {},
): Expression {
  return sumBy(increaseOf(counter(metric, query.where, values), query.window), by);
}
