import type { MeasureId } from '../measures/registry.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { recent } from '../query/recent.ts';
import type { Measure } from '../templates/measure.ts';
import { promqlOf } from './split-by.ts';
import { checkedQuery } from './checked-query.ts';
import { checkAspect } from './compile.ts';

/** A query that can be asked, its measure, and the PromQL of each of its selections by the name the measure knows it by. */
export interface AskedMeasure {
  readonly query: MeasureQuery;
  readonly measure: Measure<MeasureId>;
  readonly texts: Readonly<Record<string, string>>;
}

/** @throws {QueryError} for a query that cannot be asked */
export const askedMeasure = recent((asked: MeasureQuery): AskedMeasure => {
  const { query, measure } = checkedQuery(asked);
  checkAspect(measure, query, query.show ?? 'value');
  const selections = Object.entries(measure.selections(query));
  return {
    query,
    measure,
    texts: Object.fromEntries(selections.map(([name, expression]) => [name, promqlOf(expression, query)])),
  };
});
