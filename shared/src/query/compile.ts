import { abs, and, gt } from '@grafana/promql-builder';
import { measureById } from '../measures/registry.ts';
import type { Measure, Rate } from '../measures/measure.ts';
import { wilsonExpression } from '../measures/wilson-interval.ts';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { print } from '../promql/print.ts';
import { checkQuery, type Aspect, type MeasureQuery } from './measure-query.ts';
import { QueryError } from './query-error.ts';

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
 * @throws {QueryError} for an unknown measure, a field out of range, an aspect that the measure does not have, and a
 * measure that PromQL cannot express: see `compileBinned`
 */
export function compile(query: MeasureQuery): CompiledQuery {
  const measure = measureById(query.measure);
  checkQuery(query);
  const { show = 'value' } = query;
  const legend = measure.legend(query);
  return {
    promql: print(aspectOf(measure, query, show).build()),
    legend: show === 'value' ? legend : `${legend} ${show}`,
    measure,
  };
}

/** What a measure that is computed from bins needs to know of both sides. */
export interface BinnedQuery {
  readonly measure: Measure;
  /** Name of one series, in Grafana's legend format. */
  readonly legend: string;
  /** PromQL of the shares of each bin, and of the live observations. */
  readonly live: string;
  readonly reference: string;
  readonly observations: string;
}

/**
 * The parts of a measure that PromQL cannot express, for whoever computes it from the bins.
 *
 * @returns undefined for a measure that `compile` takes
 * @throws {QueryError} as `compile` does
 */
export function compileBinned(query: MeasureQuery): BinnedQuery | undefined {
  const measure = measureById(query.measure);
  if (measure.binned === undefined || (query.show ?? 'value') !== 'value') return undefined;
  const part = (change: Partial<MeasureQuery>): string => compile({ ...query, ...change }).promql;
  return {
    measure,
    legend: measure.legend(query),
    live: part({ measure: 'live-share' }),
    reference: part({ measure: 'reference-share' }),
    observations: part({ measure: 'live-share', show: 'observations' }),
  };
}

/** Aspects that a query can ask of a measure. */
export function aspectsOf(query: MeasureQuery): Aspect[] {
  const measure = measureById(query.measure);
  return [
    'value',
    ...(measure.observations === undefined ? [] : (['observations'] as const)),
    ...(measure.rate?.(query) === undefined ? [] : (['hits', 'lower', 'upper'] as const)),
    ...(measure.critical === undefined ? [] : (['critical'] as const)),
  ];
}

function aspectOf(measure: Measure, query: MeasureQuery, show: Aspect): Expression {
  const expression = {
    value: () => valueOf(measure, query),
    observations: () => measure.observations?.(query),
    critical: () => measure.critical?.(query),
    hits: () => ofRate(measure, query, ({ hits, trials }) => and(hits, enough(trials, query))),
    lower: () => ofRate(measure, query, (rate) => wilsonExpression(rate, 'lower', query)),
    upper: () => ofRate(measure, query, (rate) => wilsonExpression(rate, 'upper', query)),
  }[show]();
  if (expression === undefined) {
    throw new QueryError(
      `${measure.name} has no ${show}: show one of ${aspectsOf(query).join(', ')}, or choose another measure.`,
    );
  }
  return expression;
}

function ofRate(measure: Measure, query: MeasureQuery, part: (rate: Rate) => Expression): Expression | undefined {
  const rate = measure.rate?.(query);
  return rate === undefined ? undefined : part(rate);
}

/** The value; where a significance is demanded, only one that noise alone would not reach. */
function valueOf(measure: Measure, query: MeasureQuery): Expression {
  if (measure.promql === undefined) {
    throw new QueryError(
      `${measure.name} cannot be written as PromQL, so that only the Driftline data source shows it: for an alert rule ` +
        'choose another measure, such as psi or js-distance.',
    );
  }
  const value = measure.promql(query);
  if (query.significance === undefined || measure.critical === undefined) return value;
  const size = measure.worse === 'neither' ? abs(value) : value;
  return and(value, gt(size, measure.critical(query)));
}
