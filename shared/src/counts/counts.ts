import type { Expression } from '../promql/expression.ts';
import type { Labels, Series, SeriesList } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** What the store is asked for, by the names under which {@link Counts.read} finds the answers. */
export type Selections = Readonly<Record<string, Expression>>;

/** What the store answered, by the same names. */
export type Selected = Readonly<Record<string, SeriesList>>;

/** What one value is about, such as a feature of a model, with its counts at each of the times that were asked for. */
export interface Subject<C> {
  readonly labels: Labels;
  /** Counts at the `index`-th time; undefined if the store has none. */
  at(index: number): C | undefined;
}

/** A kind of counts that measures are computed from: which selectors the store answers, and what they say. */
export interface Counts<C, S extends Subject<C> = Subject<C>> {
  selections(query: MeasureQuery): Selections;
  read(query: MeasureQuery, selected: Selected): readonly S[];
}

/** The series of one selection; an empty list if the store has none. */
export function seriesOf(selected: Selected, name: string): SeriesList {
  return selected[name] ?? [];
}

/** A series' value at one time; NaN where there is no series or no value. */
export function valueAt(series: Series | undefined, index: number): number {
  return series?.values[index] ?? NaN;
}

/** The same of a count; 0 where there is no series or no value. */
export function countAt(series: Series | undefined, index: number): number {
  return countOf(valueAt(series, index));
}

/** A count, which is 0 where there is no value. */
export function countOf(value = NaN): number {
  return Number.isNaN(value) ? 0 : value;
}
