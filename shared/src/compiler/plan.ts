import { toPromql } from '../promql/to-promql.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from '../templates/measure.ts';
import { checkAspect } from './compile.ts';
import { checkedQuery } from './checked-query.ts';

/**
 * The few selectors that the store answers for a query, as PromQL. Queries over the same counts give the same texts, so
 * the store is asked once for each text.
 *
 * @throws {QueryError} for a query that cannot be asked
 */
export function plan(asked: MeasureQuery): string[] {
  const { query, measure } = checkedQuery(asked);
  checkAspect(measure, query, query.show ?? 'value');
  return [...new Set(Object.values(selectionTexts(measure, query)))];
}

/** PromQL of each selection of a measure, by the names that the measure knows it by. */
export function selectionTexts(measure: Measure, query: MeasureQuery): Record<string, string> {
  const selections = Object.entries(measure.selections(query));
  return Object.fromEntries(selections.map(([name, expression]) => [name, toPromql(expression.build())]));
}
