import type { DataSourceInstanceSettings } from '@grafana/data';
import { setDataSourceSrv, type GetDataSourceListFilters } from '@grafana/runtime';

/** The data sources that Grafana lists; none unless given. */
export function givenDataSources(...sources: ReadonlyArray<Partial<DataSourceInstanceSettings>>): void {
  const list = sources as readonly DataSourceInstanceSettings[];
  setDataSourceSrv({
    getList: ({ filter = () => true }: GetDataSourceListFilters = {}) => list.filter(filter),
  } as unknown as Parameters<typeof setDataSourceSrv>[0]);
}
