import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from '../templates/measure.ts';
import { promqlOf } from './by-replica.ts';
import { checkAspect } from './compile.ts';
import { checkedQuery } from './checked-query.ts';
import { resolvingQuery } from './resolved-by.ts';

/**
 * The few selectors that the store answers for a query, as PromQL. Queries over the same counts give the same texts, so
 * the store is asked once for each text.
 *
 * @throws {QueryError} for a query that cannot be asked
 */
export function plan(asked: MeasureQuery): string[] {
  const { query, measure } = checkedQuery(asked);
  checkAspect(measure, query, query.show ?? 'value');
  const resolving = resolvingQuery(query);
  return [
    ...new Set([...Object.values(selectionTexts(measure, query)), ...(resolving === undefined ? [] : plan(resolving))]),
  ];
}

/** Dashboards ask the same queries again and again, and an engine that interprets takes milliseconds to write one. */
const REMEMBERED = 256;
const remembered = new Map<string, Readonly<Record<string, string>>>();

/** PromQL of each selection of a measure, by the names that the measure knows it by. */
export function selectionTexts(measure: Measure, query: MeasureQuery): Readonly<Record<string, string>> {
  const key = JSON.stringify(query);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const selections = Object.entries(measure.selections(query));
  const texts = Object.fromEntries(selections.map(([name, expression]) => [name, promqlOf(expression, query)]));
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, texts);
  return texts;
}
