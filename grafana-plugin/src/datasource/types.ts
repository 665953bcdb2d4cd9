import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import {
  DEFAULT_QUERY,
  QUERY_SCHEMA_VERSION,
  type MeasureQuery,
  type PanelQuery,
  type Settings,
} from '@driftline/shared';

/** A query as a dashboard saves it. Any field may be missing, and any text in it may hold template variables. */
export interface DriftlineQuery extends DataQuery, PanelQuery {}

/** A query with every field that it needs. */
export type CompleteQuery = DriftlineQuery & MeasureQuery;

/** A part of a query that is about to change; `undefined` takes a field back. */
export type QueryChange = { readonly [Field in keyof DriftlineQuery]?: DriftlineQuery[Field] | undefined };

/** Settings of the data source, beside its URL and its authentication. */
export interface DriftlineSettings extends DataSourceJsonData, Settings {
  /** Whether Grafana forwards the identity of the user who asks. */
  readonly oauthPassThru?: boolean;
}

/** What a new query starts from. */
export const DEFAULT_DRIFTLINE_QUERY: MeasureQuery & { readonly schemaVersion: number } = {
  ...DEFAULT_QUERY,
  schemaVersion: QUERY_SCHEMA_VERSION,
};
