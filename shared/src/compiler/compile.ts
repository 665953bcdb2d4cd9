import { ATTRIBUTES } from '../conventions/attributes.ts';
import { REPLICA } from '../conventions/replica.ts';
import { METRICS } from '../conventions/metrics.ts';
import { legendLabel } from '../conventions/series.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { Aspect, MeasureQuery, SegmentChoice } from '../query/measure-query.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { QueryError } from '../query/query-error.ts';
import type { Measure } from '../templates/measure.ts';
import { pickedPer, promqlOf, splitLabels } from './split-by.ts';
import { checkedQuery } from './checked-query.ts';
import { heldActivity, resolvingQuery, unlessOver, whileActive } from './resolved-by.ts';

/** A query as the store runs it by itself. */
export interface CompiledQuery {
  readonly promql: string;
  /** Name of one series, in Grafana's legend format. */
  readonly legend: string;
  readonly measure: Measure<MeasureId>;
}

/**
 * Compiles a query to PromQL, for what runs without the plugin: rule files, rulers, Explore, plain panels.
 *
 * @throws {QueryError} for a query that cannot be asked, an aspect that the measure does not have, and a measure that
 * PromQL cannot express: `plan` and `evaluate` take every measure
 */
export function compile(asked: MeasureQuery): CompiledQuery {
  const { query, measure } = checkedQuery(asked);
  const { show = 'value' } = query;
  checkAspect(measure, query, show);
  const expression = measure.promql(query, show);
  if (expression === undefined) {
    throw new QueryError(
      `${measure.name} cannot be written as PromQL, so only the Driftline data source shows it: for a rule file choose ` +
        'another measure, such as psi or js-distance.',
    );
  }
  const promql = pickedOf(promqlOf(expression, query), measure, query);
  return { promql: unresolved(promql, measure, query), legend: legendOf(measure, query), measure };
}

/** Of a measure that picks the worst segment, what it shows of that one alone. */
function pickedOf(promql: string, measure: Measure, query: MeasureQuery): string {
  if (measure.picks === undefined) return promql;
  const value = measure.promql(query, 'value');
  if (value === undefined) return promql;
  const [one, every] = [
    pickedPer(query).join(', '),
    [...dimensionLabels(METRICS.predictions), ...splitLabels(query)].join(', '),
  ];
  const worst = `topk by (${one}) (1, ${promqlOf(value, query)})`;
  return query.show === undefined || query.show === 'value' ? worst : `(${promql}) and on (${every}) ${worst}`;
}

/** The values of a query that its short window does not resolve. */
function unresolved(promql: string, measure: Measure, query: MeasureQuery): string {
  const { resolvedBy } = query;
  const resolving = resolvingQuery(query);
  if (resolvedBy === undefined || resolving === undefined) return promql;
  const values = unlessOver(measure, { long: `(${promql})`, short: `(${compile(resolving).promql})` }, resolvedBy);
  const activity = heldActivity(measure, query);
  return activity === undefined ? values : whileActive(values, activity.per, `(${activity.promql})`);
}

/** @throws {QueryError} for an aspect that the measure does not have */
export function checkAspect(measure: Measure, query: MeasureQuery, show: Aspect): void {
  const aspects = measure.aspects(query);
  if (aspects.includes(show)) return;
  throw new QueryError(`${measure.name} has no ${show}: show one of ${aspects.join(', ')}, or choose another measure.`);
}

/** Name of one series of what a query shows, in Grafana's legend format. */
export function legendOf(measure: Measure, query: MeasureQuery): string {
  const { show = 'value', byReplica, segment } = query;
  const parts = [
    measure.legend(query),
    ...(segment === undefined || segment.values?.length === 1 ? [] : [segmentLegend(segment)]),
    ...(byReplica === true ? [`{{${REPLICA}}}`] : []),
    ...(show === 'value' ? [] : [show]),
  ];
  return parts.join(' ');
}

/** The value where the attribute is chosen, or else both. */
function segmentLegend({ name }: SegmentChoice): string {
  const value = legendLabel(ATTRIBUTES.segmentValue);
  return name === undefined ? `${legendLabel(ATTRIBUTES.segmentName)}=${value}` : value;
}

/** What can be shown of a query's measure. */
export function aspectsOf(asked: MeasureQuery): Aspect[] {
  const { query, measure } = checkedQuery(asked);
  return measure.aspects(query);
}
