import type {
  DataSourceApi,
  DataSourceInstanceSettings,
  DataSourceJsonData,
  DataSourcePlugin,
  DataSourceRef,
} from '@grafana/data';
import type { DataSourceSrv } from '@grafana/runtime';
import { PrometheusDataSource } from '../prometheus/PrometheusDataSource.ts';
import { loadPlugin } from './load-plugin.ts';
import { dataSourceMeta } from './plugin-meta.ts';

const settings = (uid: string, name: string, type: string, jsonData: object): DataSourceInstanceSettings => ({
  id: uid === 'prometheus' ? 1 : 2,
  uid,
  name,
  type,
  access: 'proxy',
  readOnly: true,
  url: `/api/datasources/proxy/uid/${uid}`,
  jsonData: jsonData as DataSourceJsonData,
  meta: dataSourceMeta(type, name, type === 'prometheus' ? '' : 'datasource/'),
});

const PROMETHEUS = settings('prometheus', 'Prometheus', 'prometheus', {});
const DRIFTLINE = settings('driftline', 'Driftline', 'driftline-datasource', { prometheusUid: 'prometheus' });

/** The two data sources of the workbench: a stand-in for Grafana's Prometheus, and Driftline's as it was built. */
export async function workbenchDataSources(): Promise<DataSourceSrv> {
  const plugin = await loadPlugin<DataSourcePlugin<DataSourceApi>>('datasource');
  const driftline = new plugin.DataSourceClass(DRIFTLINE);
  driftline.meta = DRIFTLINE.meta;
  driftline.components = plugin.components;
  const prometheus = new PrometheusDataSource(PROMETHEUS);
  prometheus.meta = PROMETHEUS.meta;
  const sources: Record<string, { api: DataSourceApi; settings: DataSourceInstanceSettings }> = {
    prometheus: { api: prometheus as DataSourceApi, settings: PROMETHEUS },
    driftline: { api: driftline, settings: DRIFTLINE },
  };
  const uidOf = (ref?: DataSourceRef | string | null): string =>
    (typeof ref === 'string' ? ref : ref?.uid)?.toLowerCase() ?? 'prometheus';
  return {
    get: (ref) => {
      const source = sources[uidOf(ref)];
      if (source === undefined) return Promise.reject(new Error(`There is no data source ${uidOf(ref)}.`));
      return Promise.resolve(source.api);
    },
    getList: () => Object.values(sources).map((source) => source.settings),
    getInstanceSettings: (ref) => sources[uidOf(ref)]?.settings,
    reload: () => Promise.resolve(),
    registerRuntimeDataSource: () => undefined,
  };
}
