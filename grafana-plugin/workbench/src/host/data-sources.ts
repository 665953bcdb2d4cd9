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

/** The only data source of the workbench: Driftline's as it was built. */
export async function workbenchDataSources(): Promise<DataSourceSrv> {
  const [plugin, { uid, settings: jsonData }] = await Promise.all([driftlinePlugin(), served()]);
  const settings: DataSourceInstanceSettings = {
    id: 1,
    uid,
    name: NAME,
    type: TYPE,
    access: 'proxy',
    readOnly: true,
    jsonData,
    meta: dataSourceMeta(TYPE, NAME, 'datasource/'),
  };
  const driftline = new plugin.DataSourceClass(settings);
  driftline.meta = settings.meta;
  driftline.components = plugin.components;
  // A page may name the data source by a variable, and an address by its name.
  const nameOf = (ref?: DataSourceRef | string | null, scopedVars?: ScopedVars): string =>
    templates.replace((typeof ref === 'string' ? ref : ref?.uid) ?? uid, scopedVars);
  const isMeant = (name: string): boolean => name === uid || name.toLowerCase() === NAME.toLowerCase();
  return {
    get: (ref, scopedVars) =>
      isMeant(nameOf(ref, scopedVars))
        ? Promise.resolve(driftline)
        : Promise.reject(new Error(`There is no data source ${nameOf(ref, scopedVars)}.`)),
    getList: () => [settings],
    getInstanceSettings: (ref, scopedVars) => (isMeant(nameOf(ref, scopedVars)) ? settings : undefined),
    reload: () => Promise.resolve(),
    registerRuntimeDataSource: () => undefined,
  };
}
