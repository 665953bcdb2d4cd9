import { urlUtil, type RawTimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** The address of Explore with queries to one data source. */
export function exploreAddress(uid: string, queries: readonly DataQuery[], { from, to }: RawTimeRange): string {
  const pane = { datasource: uid, queries, range: { from: timeOf(from), to: timeOf(to) } };
  return urlUtil.renderUrl('/explore', { schemaVersion: 1, panes: JSON.stringify({ driftline: pane }) });
}

const timeOf = (time: RawTimeRange['from']): string => (typeof time === 'string' ? time : String(time.valueOf()));
