import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { DEFAULT_QUERY, type MeasureQuery } from '@driftline/shared';

/** A question as it is saved in a dashboard. Any text in it may hold template variables. */
export interface DriftlineQuery extends DataQuery, MeasureQuery {
  /** Whether only the value at the end of the time range is wanted. */
  readonly instant?: boolean;
}

/** A part of a query that is about to change; `undefined` takes a field back. */
export type QueryChange = { readonly [Field in keyof DriftlineQuery]?: DriftlineQuery[Field] | undefined };

export interface DriftlineSettings extends DataSourceJsonData {
  /** The existing Prometheus data source that is asked. */
  prometheusUid?: string;
}

export const DEFAULT_DRIFTLINE_QUERY: MeasureQuery = DEFAULT_QUERY;
