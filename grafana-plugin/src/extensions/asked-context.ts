import type { DataQuery } from '@grafana/schema';
import type { PluginExtensionPanelContext } from '@grafana/data';
import { DATA_SOURCE_TYPE } from '../common/data-source-type.ts';
import type { DriftlineQuery } from '../datasource/types.ts';

/** What Grafana tells a link in the menu of a panel, and in Explore, which has no dashboard. */
export type AskedContext = Pick<PluginExtensionPanelContext, 'targets' | 'timeRange'> &
  Partial<Pick<PluginExtensionPanelContext, 'id' | 'dashboard' | 'scopedVars' | 'data'>>;

/** The queries to Driftline that are shown. */
export function driftlineQueries(context: AskedContext | undefined): DriftlineQuery[] {
  return shownQueries(context).filter(isDriftline);
}

/** The queries that are shown, whichever data source they ask. */
export function shownQueries(context: AskedContext | undefined): readonly DataQuery[] {
  return (context?.targets ?? []).filter(({ hide }) => hide !== true);
}

function isDriftline(query: DataQuery): query is DriftlineQuery {
  return query.datasource?.type === DATA_SOURCE_TYPE;
}
