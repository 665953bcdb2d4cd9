/** @jest-environment jsdom */
import '../../jsdom.ts';
import { DataSourceApi, DataSourcePlugin, type DataSourceInstanceSettings } from '@grafana/data';
import { setDataSourceSrv } from '@grafana/runtime';
import {
  getDataSourceInstance,
  getDataSourceInstanceList,
  getDefaultDataSourceInstanceListItem,
} from '../../../workbench/src/host/data-source-instances.ts';
import { backEnd } from '../../../workbench/src/host/back-end.ts';
import { driftlineSettings, workbenchDataSources } from '../../../workbench/src/host/data-sources.ts';
import { loadPlugin } from '../../../workbench/src/host/load-plugin.ts';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

class Built extends DataSourceApi {
  readonly settings: DataSourceInstanceSettings;

  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
    this.settings = settings;
  }

  override query(): never {
    throw new Error('Nothing is asked here.');
  }

  override testDatasource(): Promise<never> {
    throw new Error('Nothing is tested here.');
  }
}

const SERVED = { uid: 'driftline', url: 'http://127.0.0.1:9090', settings: { window: '1m' } };

beforeAll(async () => {
  jest.spyOn(backEnd, 'get').mockResolvedValue(SERVED);
  jest.mocked(loadPlugin).mockResolvedValue(new DataSourcePlugin(Built));
  setDataSourceSrv(await workbenchDataSources());
});

test('the Driftline data source is the built one, with the settings of the server', async () => {
  const driftline = await getDataSourceInstance({ uid: 'driftline' });
  expect(driftline).toBeInstanceOf(Built);
  expect((driftline as Built).settings.jsonData).toEqual(SERVED.settings);
  await expect(driftlineSettings()).resolves.toMatchObject({
    uid: 'driftline',
    type: 'driftline-model-datasource',
    url: SERVED.url,
    jsonData: SERVED.settings,
  });
});

test('it is the default, beside Prometheus', async () => {
  await expect(getDataSourceInstance()).resolves.toMatchObject({ uid: 'driftline' });
  await expect(getDataSourceInstance('driftline')).resolves.toMatchObject({ uid: 'driftline' });
  await expect(getDefaultDataSourceInstanceListItem()).resolves.toMatchObject({ uid: 'driftline' });
  const list = await getDataSourceInstanceList();
  expect(list.map(({ type }) => type)).toEqual(['driftline-model-datasource', 'prometheus']);
  const takesPromql = await getDataSourceInstanceList({ filter: ({ type }) => type === 'prometheus' });
  expect(takesPromql.map(({ uid }) => uid)).toEqual(['prometheus']);
  expect(await getDataSourceInstanceList({ pluginId: 'driftline-model-datasource' })).toHaveLength(1);
  await expect(getDataSourceInstance('loki')).rejects.toThrow('There is no data source loki.');
});
