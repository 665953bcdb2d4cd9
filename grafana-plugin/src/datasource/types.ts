import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { DEFAULT_QUERY, QUERY_SCHEMA_VERSION, type MeasureQuery, type SavedQuery } from '@driftline/shared';

/** A query as a dashboard saves it. Any field may be missing, and any text in it may hold template variables. */
export interface DriftlineQuery extends DataQuery, SavedQuery {
  /** Whether only the value at the end of the time range is wanted. */
  readonly instant?: boolean;
}

/** A query with every field that it needs. */
export type CompleteQuery = DriftlineQuery & MeasureQuery;

/** A part of a query that is about to change; `undefined` takes a field back. */
export type QueryChange = { readonly [Field in keyof DriftlineQuery]?: DriftlineQuery[Field] | undefined };

export interface DriftlineSettings extends DataSourceJsonData {
  /** The existing Prometheus data source that is asked. */
  prometheusUid?: string;
}

/** What a new query starts from. */
export const DEFAULT_DRIFTLINE_QUERY: MeasureQuery & { readonly schemaVersion: number } = {
  ...DEFAULT_QUERY,
  schemaVersion: QUERY_SCHEMA_VERSION,
};
