import { urlUtil, type RawTimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** The address of Explore with queries to one data source. */
export function exploreAddress(uid: string, queries: readonly DataQuery[], { from, to }: RawTimeRange): string {
  const pane = { datasource: uid, queries, range: { from: timeOf(from), to: timeOf(to) } };
  // Links of `@grafana/ui` decode their address: what has a meaning there is written as JSON's own escape.
  const panes = JSON.stringify({ driftline: pane }).replace(/[+&#%]/g, escaped);
  return urlUtil.renderUrl('/explore', { schemaVersion: 1, panes });
}

const escaped = (sign: string): string => `\\u00${sign.charCodeAt(0).toString(16)}`;

const timeOf = (time: RawTimeRange['from']): string => (typeof time === 'string' ? time : String(time.valueOf()));
