import { VectorExprBuilder } from '@grafana/promql-builder';
import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Selector } from '../query/selector.ts';

/** What one label may be: any of a list (an empty list leaves it free), one value, or all but one. Always literal text. */
type LabelCondition = readonly string[] | { readonly is: string } | { readonly isNot: string };

/** What a selector is narrowed by. */
export type LabelValues = Partial<Record<AttributeName, LabelCondition>>;

/** Label names of `attributes`, for `by (...)` and `on (...)`. */
export function labels(...attributes: readonly AttributeName[]): string[] {
  return attributes.map(labelOf);
}

/** Selects the series called `name`; an empty list of values leaves its label free. */
export function series(name: string, values: LabelValues = {}): VectorExprBuilder {
  return narrowed(new VectorExprBuilder().metric(name), values);
}

/** Selects the series whose whole name matches a regular expression of Driftline's own making. */
export function seriesMatching(pattern: string, values: LabelValues = {}): VectorExprBuilder {
  return narrowed(new VectorExprBuilder().labelMatchRegexp('__name__', pattern), values);
}

/** Selects what a person's selector names, by another ending of the name: `_bucket` of a histogram. */
export function seriesOf({ name, matchers }: Selector, ending = ''): VectorExprBuilder {
  const vector = new VectorExprBuilder().metric(name.endsWith(ending) ? name : `${name}${ending}`);
  for (const { label, operator, value } of matchers) {
    const add = { '=': 'label', '!=': 'labelNeq', '=~': 'labelMatchRegexp', '!~': 'labelNotMatchRegexp' } as const;
    vector[add[operator]](label, literal(value));
  }
  return vector;
}

/** The model and version of the query as label values. */
export function modelOf(query: Pick<MeasureQuery, 'models' | 'versions'>): LabelValues {
  return { [ATTRIBUTES.modelName]: query.models, [ATTRIBUTES.modelVersion]: query.versions };
}

/** The model, version and features of the query as label values. */
export function featuresOf(query: MeasureQuery): LabelValues {
  return { ...modelOf(query), [ATTRIBUTES.featureName]: query.features };
}

/** The model, version and group attributes of the query as label values. */
export function groupsOf(query: MeasureQuery): LabelValues {
  return { ...modelOf(query), [ATTRIBUTES.groupAttribute]: query.groups };
}

function narrowed(vector: VectorExprBuilder, values: LabelValues): VectorExprBuilder {
  for (const [attribute, condition] of Object.entries(values) as [AttributeName, LabelCondition][]) {
    const label = labelOf(attribute);
    if ('is' in condition) vector.label(label, literal(condition.is));
    else if ('isNot' in condition) vector.labelNeq(label, literal(condition.isNot));
    else if (condition.length === 1) vector.label(label, literal(condition[0] as string));
    else if (condition.length > 1) vector.labelMatchRegexp(label, condition.map(escapeRegex).join('|'));
  }
  return vector;
}

/** The library quotes with JSON escapes, which PromQL shares except for lone surrogates: those are no text at all. */
function literal(value: string): string {
  return value.toWellFormed();
}

/** A regular expression that matches exactly this text. */
export function escapeRegex(value: string): string {
  return literal(value).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
