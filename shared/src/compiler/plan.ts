import type { MeasureQuery } from '../query/measure-query.ts';
import { askedMeasure } from './asked-measure.ts';
import { resolvingQuery, shortActivityOf } from './resolved-by.ts';

/**
 * The few selectors that the store answers for a query, as PromQL. Queries over the same counts give the same texts, so
 * the store is asked once for each text.
 *
 * @throws {QueryError} for a query that cannot be asked
 */
export function plan(asked: MeasureQuery): string[] {
  const { query, measure, texts } = askedMeasure(asked);
  const resolving = resolvingQuery(query);
  const activity = shortActivityOf(measure, query);
  return [
    ...new Set([
      ...Object.values(texts),
      ...(resolving === undefined ? [] : plan(resolving)),
      ...(activity === undefined ? [] : [activity.promql]),
    ]),
  ];
}
