import type {
  DataSourceApi,
  DataSourceInstanceSettings,
  DataSourceJsonData,
  DataSourcePlugin,
  DataSourceRef,
  DataSourceSettings,
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
const DRIFTLINE = settings('driftline', 'Driftline', 'driftline-model-datasource', { prometheusUid: 'prometheus' });

/** What the settings page of the Driftline data source starts from. */
export const driftlineSettings: DataSourceSettings = {
  id: 2,
  uid: DRIFTLINE.uid,
  orgId: 1,
  name: DRIFTLINE.name,
  type: DRIFTLINE.type,
  typeName: DRIFTLINE.name,
  typeLogoUrl: '',
  access: DRIFTLINE.access,
  url: '',
  user: '',
  database: '',
  basicAuth: false,
  basicAuthUser: '',
  isDefault: false,
  jsonData: DRIFTLINE.jsonData,
  secureJsonFields: {},
  readOnly: false,
  withCredentials: false,
};

export type DriftlinePlugin = DataSourcePlugin<DataSourceApi>;

/** The data source plugin as it was built. */
export function driftlinePlugin(): Promise<DriftlinePlugin> {
  return loadPlugin('datasource/');
}

/** An instance of the data source with these settings. */
export function driftlineWith(plugin: DriftlinePlugin, jsonData: DataSourceJsonData): DataSourceApi {
  const driftline = new plugin.DataSourceClass({ ...DRIFTLINE, jsonData });
  driftline.meta = DRIFTLINE.meta;
  driftline.components = plugin.components;
  return driftline;
}

/** The two data sources of the workbench: a stand-in for Grafana's Prometheus, and Driftline's as it was built. */
export async function workbenchDataSources(): Promise<DataSourceSrv> {
  const driftline = driftlineWith(await driftlinePlugin(), DRIFTLINE.jsonData);
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
