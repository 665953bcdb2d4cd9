import { urlUtil } from '@grafana/data';
import type { DriftlineQuery } from './types.ts';

/**
 * The address of Explore with a query.
 *
 * @param query - free of template variables
 * @param dataSource - its UID
 */
export function exploreAddress(query: DriftlineQuery, dataSource: string, from: string, to: string): string {
  const pane = { datasource: dataSource, queries: [query], range: { from, to } };
  return urlUtil.renderUrl('/explore', { schemaVersion: 1, panes: JSON.stringify({ driftline: pane }) });
}
