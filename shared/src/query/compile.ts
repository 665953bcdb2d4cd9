import { measureById } from '../measures/registry.ts';
import type { Measure } from '../measures/measure.ts';
import { print } from '../promql/print.ts';
import { checkQuery, type MeasureQuery } from './measure-query.ts';

/** A query as the store runs it. */
export interface CompiledQuery {
  readonly promql: string;
  /** Name of one series, in Grafana's legend format. */
  readonly legend: string;
  readonly measure: Measure;
}

/**
 * Compiles a question to PromQL: the same text for panels, Explore, alert rules and rule files.
 *
 * @throws {QueryError} for an unknown measure or a field out of range
 */
export function compile(query: MeasureQuery): CompiledQuery {
  const measure = measureById(query.measure);
  checkQuery(query);
  return { promql: print(measure.promql(query).build()), legend: measure.legend(query), measure };
}
