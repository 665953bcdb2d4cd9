import type {
  DataSourceApi,
  DataSourceInstanceSettings,
  DataSourcePlugin,
  DataSourceRef,
  DataSourceSettings,
  ScopedVars,
} from '@grafana/data';
import type { DataSourceSrv } from '@grafana/runtime';
import { backEnd } from './back-end.ts';
import { loadPlugin } from './load-plugin.ts';
import { dataSourceMeta } from './plugin-meta.ts';
import { PROMETHEUS_SETTINGS, PrometheusStandIn } from './prometheus.ts';
import { templates } from './templates.ts';

const NAME = 'Driftline';
const TYPE = 'driftline-model-datasource';

/** What the server tells of the data source whose back end it is. */
interface ServedDataSource {
  readonly uid: string;
  /** Base of the store's Prometheus HTTP API. */
  readonly url: string;
  /** Its `jsonData`. */
  readonly settings: DataSourceSettings['jsonData'];
}

const served = (): Promise<ServedDataSource> => backEnd.get('/api/workbench/data-source');

export type DriftlinePlugin = DataSourcePlugin<DataSourceApi>;

/** The data source plugin as it was built. */
export function driftlinePlugin(): Promise<DriftlinePlugin> {
  return loadPlugin('datasource/');
}

/** What the settings page of the data source shows. */
export async function driftlineSettings(): Promise<DataSourceSettings> {
  const { uid, url, settings } = await served();
  return {
    id: 1,
    uid,
    orgId: 1,
    name: NAME,
    type: TYPE,
    typeName: NAME,
    typeLogoUrl: '',
    access: 'proxy',
    url,
    user: '',
    database: '',
    basicAuth: false,
    basicAuthUser: '',
    isDefault: true,
    jsonData: settings,
    secureJsonFields: {},
    readOnly: false,
    withCredentials: false,
  };
}

const isNamed = ({ uid, name }: DataSourceInstanceSettings, given: string): boolean =>
  given === uid || given.toLowerCase() === name.toLowerCase();

/** The data sources of the workbench: Driftline's as it was built, and one of Prometheus on the same store. */
export async function workbenchDataSources(): Promise<DataSourceSrv> {
  const [plugin, { uid, settings: jsonData }] = await Promise.all([driftlinePlugin(), served()]);
  const settings: DataSourceInstanceSettings = {
    id: 1,
    uid,
    name: NAME,
    type: TYPE,
    access: 'proxy',
    isDefault: true,
    readOnly: true,
    jsonData,
    meta: dataSourceMeta(TYPE, NAME, 'datasource/'),
  };
  const driftline = new plugin.DataSourceClass(settings);
  driftline.meta = settings.meta;
  driftline.components = plugin.components;
  const prometheus = new PrometheusStandIn(PROMETHEUS_SETTINGS);
  prometheus.meta = PROMETHEUS_SETTINGS.meta;
  const known = [
    { settings, api: driftline },
    { settings: PROMETHEUS_SETTINGS, api: prometheus as unknown as DataSourceApi },
  ];
  // A page may name the data source by a variable, and an address by its name.
  const nameOf = (ref?: DataSourceRef | string | null, scopedVars?: ScopedVars): string =>
    templates.replace((typeof ref === 'string' ? ref : ref?.uid) ?? uid, scopedVars);
  const find = (ref?: DataSourceRef | string | null, scopedVars?: ScopedVars) =>
    known.find(({ settings: each }) => isNamed(each, nameOf(ref, scopedVars)));
  return {
    get: (ref, scopedVars) => {
      const found = find(ref, scopedVars);
      return found === undefined
        ? Promise.reject(new Error(`There is no data source ${nameOf(ref, scopedVars)}.`))
        : Promise.resolve(found.api);
    },
    getList: ({ pluginId, filter = () => true } = {}) =>
      known
        .map((each) => each.settings)
        .filter((each) => (pluginId === undefined || each.type === pluginId) && filter(each)),
    getInstanceSettings: (ref, scopedVars) => find(ref, scopedVars)?.settings,
    reload: () => Promise.resolve(),
    registerRuntimeDataSource: () => undefined,
  };
}
