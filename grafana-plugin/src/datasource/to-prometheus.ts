import type { DataQuery } from '@grafana/schema';
import { compile, DEFAULT_QUERY } from '@driftline/shared';
import type { DriftlineQuery } from './types.ts';

/** The fields of a Prometheus data source's query that are used here. */
export interface PrometheusQuery extends DataQuery {
  readonly expr: string;
  readonly legendFormat: string;
  readonly range: boolean;
  readonly instant: boolean;
  readonly format: 'time_series';
  readonly editorMode: 'code';
}

/**
 * The query that the Prometheus data source is handed.
 *
 * @param query - with template variables filled in
 * @throws {QueryError} for a query that cannot be compiled
 */
export function toPrometheus(query: DriftlineQuery): PrometheusQuery {
  const { promql, legend } = compile({ ...DEFAULT_QUERY, ...query });
  return prometheusQuery(query, promql, legend);
}

/** The same for a text that was compiled already. */
export function prometheusQuery(query: DriftlineQuery, promql: string, legend: string): PrometheusQuery {
  const instant = query.instant === true;
  return {
    refId: query.refId,
    hide: query.hide,
    expr: promql,
    legendFormat: legend,
    range: !instant,
    instant,
    format: 'time_series',
    editorMode: 'code',
  };
}
