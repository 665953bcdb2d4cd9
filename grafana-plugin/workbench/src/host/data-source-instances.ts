/** Stands in for `@grafana/plugin-compat/datasources`, over the data sources of the workbench. */
import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import { getDataSourceSrv, type GetDataSourceListFilters } from '@grafana/runtime';

export function getDataSourceInstance(
  ref?: DataSourceRef | string | null,
  scopedVars?: ScopedVars,
): Promise<DataSourceApi> {
  return getDataSourceSrv().get(ref, scopedVars);
}

export function getDataSourceInstanceList(filters?: GetDataSourceListFilters): Promise<DataSourceInstanceSettings[]> {
  return Promise.resolve(getDataSourceSrv().getList(filters));
}

export function getDefaultDataSourceInstanceListItem(): Promise<DataSourceInstanceSettings | undefined> {
  return Promise.resolve(getDataSourceSrv().getInstanceSettings());
}
