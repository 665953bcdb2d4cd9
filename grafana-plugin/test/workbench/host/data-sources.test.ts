/** @jest-environment jsdom */
import '../../jsdom.ts';
import { DataSourceApi, DataSourcePlugin, type DataSourceInstanceSettings } from '@grafana/data';
import { setDataSourceSrv } from '@grafana/runtime';
import {
  getDataSourceInstance,
  getDataSourceInstanceList,
  getDefaultDataSourceInstanceListItem,
} from '../../../workbench/src/host/data-source-instances.ts';
import { workbenchDataSources } from '../../../workbench/src/host/data-sources.ts';
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

beforeAll(async () => {
  jest.mocked(loadPlugin).mockResolvedValue(new DataSourcePlugin(Built));
  setDataSourceSrv(await workbenchDataSources());
});

test('the Driftline data source is the built one, over Prometheus', async () => {
  const driftline = await getDataSourceInstance({ uid: 'driftline' });
  expect(driftline).toBeInstanceOf(Built);
  expect((driftline as Built).settings.jsonData).toEqual({ prometheusUid: 'prometheus' });
});

test('Prometheus is the default', async () => {
  await expect(getDataSourceInstance()).resolves.toMatchObject({ uid: 'prometheus' });
  await expect(getDataSourceInstance('prometheus')).resolves.toMatchObject({ uid: 'prometheus' });
  await expect(getDefaultDataSourceInstanceListItem()).resolves.toMatchObject({ uid: 'prometheus' });
});

test('lists both, and refuses others', async () => {
  const list = await getDataSourceInstanceList();
  expect(list.map(({ type }) => type)).toEqual(['prometheus', 'driftline-model-datasource']);
  await expect(getDataSourceInstance('loki')).rejects.toThrow('There is no data source loki.');
});
