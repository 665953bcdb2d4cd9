import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { counter, dimensionLabels, histogram, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

const PER_MODEL = dimensionLabels(METRICS.outcomeError);

/** Outcomes of a regression in the window, by model. */
export function errorCount(query: MeasureQuery): Expression {
  return sumBy(increaseOf(histogram(METRICS.outcomeError, 'count', query.where), query.window), PER_MODEL);
}

/** Sum of absolute errors in the window, by model. */
export function absoluteErrors(query: MeasureQuery): Expression {
  return sumBy(increaseOf(histogram(METRICS.outcomeError, 'sum', query.where), query.window), PER_MODEL);
}

/** Sum of squared errors in the window, by model. */
export function squaredErrors(query: MeasureQuery): Expression {
  return errorSum(METRICS.outcomeErrorSquared, query);
}

/** Sum of the errors above or below zero in the window, positive, by model. */
export function errorsOn(side: 'above' | 'below', query: MeasureQuery): Expression {
  return errorSum(METRICS.outcomeDeviation, query, { [ATTRIBUTES.deviationSide]: { is: side } });
}

/** Sum of the absolute errors as parts of the actual value, of outcomes whose actual value is not zero, by model. */
export function relativeErrors(query: MeasureQuery): Expression {
  return errorSum(METRICS.outcomeErrorRelative, query);
}

/** Outcomes whose actual value is zero, by model. */
export function zeroOutcomes(query: MeasureQuery): Expression {
  return errorSum(METRICS.outcomeZeros, query);
}

function errorSum(metric: MetricOf<'counter'>, query: MeasureQuery, values: LabelValues = {}): Expression {
  return sumBy(increaseOf(counter(metric, query.where, values), query.window), PER_MODEL);
}
