import type { Counts, Selected } from '../../src/counts/counts.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import type { Labels, Series } from '../../src/query/answers.ts';
import type { MeasureQuery } from '../../src/query/measure-query.ts';

/** Labels of a model and of a feature, as a store holds them. */
export const MODEL = { ml_model_name: 'm', ml_model_version: '1' };
export const FEATURE = { ...MODEL, ml_feature_name: 'age' };

/** A series with a value at each time. */
export const series = (labels: Labels, ...values: number[]): Series => ({ labels, values });

/** What the store is asked for, as PromQL. */
export function textsOf<C>(counts: Counts<C>, query: MeasureQuery): Record<string, string> {
  const selections = Object.entries(counts.selections(query));
  return Object.fromEntries(selections.map(([name, expression]) => [name, toPromql(expression.build())]));
}

/** What is read from made-up answers: the counts of each subject, one a time. */
export function readFrom<C>(
  counts: Counts<C>,
  query: MeasureQuery,
  selected: Selected,
): { labels: Labels; counts: (C | undefined)[] }[] {
  const asked = Object.keys(counts.selections(query));
  const unasked = Object.keys(selected).filter((name) => !asked.includes(name));
  if (unasked.length > 0) throw new Error(`The store is not asked for ${unasked.join(', ')}.`);
  const times = Math.max(0, ...Object.values(selected).flatMap((all) => all.map(({ values }) => values.length)));
  return counts.read(query, selected).map(({ labels, at }) => ({
    labels,
    counts: Array.from({ length: times }, (_, index) => at(index)),
  }));
}
