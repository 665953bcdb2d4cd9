import { VectorExprBuilder } from '@grafana/promql-builder';
import type { AttributeName } from '../conventions/attributes.ts';
import { DIMENSIONS, dimensionsOf } from '../conventions/dimensions.ts';
import type { Metric, MetricOf } from '../conventions/metrics.ts';
import { counterSeries, gaugeSeries, histogramPattern, labelOf, type HistogramPart } from '../conventions/series.ts';
import type { Where } from '../query/measure-query.ts';
import type { Selector } from '../query/selector.ts';

/**
 * What one label may be: any of a list (an empty list leaves it free), one value, or all but some, all of them literal
 * text; or what a regular expression of our own matches.
 */
type LabelCondition =
  | readonly string[]
  | { readonly is: string }
  | { readonly isNot: string }
  | { readonly isNoneOf: readonly string[] }
  | { readonly matches: string };

/** What a selector is narrowed by, besides the dimensions of its query. */
export type LabelValues = Readonly<Partial<Record<AttributeName, LabelCondition>>>;

/** Label names of the dimensions of a metric, by which its values are grouped. */
export function dimensionLabels(metric: Metric): string[] {
  return dimensionsOf(metric).map((dimension) => labelOf(DIMENSIONS[dimension]));
}

/** Selects the series of a counter, narrowed to the dimensions of a query that it carries. */
export function counter(metric: MetricOf<'counter'>, where: Where, values: LabelValues = {}): VectorExprBuilder {
  return narrowed(new VectorExprBuilder().metric(counterSeries(metric)), metric, where, values);
}

/** Selects the series of a gauge, narrowed likewise. */
export function gauge(metric: MetricOf<'gauge'>, where: Where, values: LabelValues = {}): VectorExprBuilder {
  return narrowed(new VectorExprBuilder().metric(gaugeSeries(metric)), metric, where, values);
}

/** Selects the series of one part of a histogram, narrowed likewise, under any name by which a store keeps it. */
export function histogram(
  metric: MetricOf<'histogram'>,
  part: HistogramPart,
  where: Where,
  values: LabelValues = {},
): VectorExprBuilder {
  const pattern = histogramPattern(metric, part);
  const vector = /^\w+$/.test(pattern)
    ? new VectorExprBuilder().metric(pattern)
    : new VectorExprBuilder().labelMatchRegexp('__name__', pattern);
  return narrowed(vector, metric, where, values);
}

/** Selects what a person's selector names, by another ending of the name: `_bucket` of a histogram. */
export function selected({ name, matchers }: Selector, ending = ''): VectorExprBuilder {
  const vector = new VectorExprBuilder().metric(name.endsWith(ending) ? name : `${name}${ending}`);
  for (const { label, operator, value } of matchers) {
    const add = { '=': 'label', '!=': 'labelNeq', '=~': 'labelMatchRegexp', '!~': 'labelNotMatchRegexp' } as const;
    vector[add[operator]](label, wellFormed(value));
  }
  return vector;
}

function narrowed(vector: VectorExprBuilder, metric: Metric, where: Where, values: LabelValues): VectorExprBuilder {
  for (const dimension of dimensionsOf(metric)) {
    const attribute = DIMENSIONS[dimension];
    if (values[attribute] === undefined) narrowLabel(vector, labelOf(attribute), where[dimension] ?? []);
  }
  for (const [attribute, condition] of Object.entries(values) as [AttributeName, LabelCondition][]) {
    narrowLabel(vector, labelOf(attribute), condition);
  }
  return vector;
}

function narrowLabel(vector: VectorExprBuilder, label: string, condition: LabelCondition): void {
  if ('is' in condition) vector.label(label, wellFormed(condition.is));
  else if ('isNot' in condition) vector.labelNeq(label, wellFormed(condition.isNot));
  else if ('isNoneOf' in condition) vector.labelNotMatchRegexp(label, anyOf(condition.isNoneOf));
  else if ('matches' in condition) vector.labelMatchRegexp(label, condition.matches);
  else if (condition.length === 1) vector.label(label, wellFormed(condition[0] as string));
  else if (condition.length > 1) vector.labelMatchRegexp(label, anyOf(condition));
}

function anyOf(values: readonly string[]): string {
  return values.map(escapeRegex).join('|');
}

/** A regular expression that matches exactly this text. */
export function escapeRegex(value: string): string {
  return wellFormed(value).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/**
 * A text as PromQL can hold it. The library quotes with JSON escapes, which PromQL shares except for lone surrogates:
 * those are not valid text, and are replaced as `String.prototype.toWellFormed` does, which small engines lack. Their
 * regular expressions also take the halves of a pair apart.
 */
export function wellFormed(value: string): string {
  let text = '';
  for (let i = 0; i < value.length; i++) {
    const isPair = isBetween(value.charCodeAt(i), 0xd800, 0xdbff) && isBetween(value.charCodeAt(i + 1), 0xdc00, 0xdfff);
    if (isPair) text += value.slice(i, ++i + 1);
    else text += isBetween(value.charCodeAt(i), 0xd800, 0xdfff) ? '\uFFFD' : value.charAt(i);
  }
  return text;
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}
