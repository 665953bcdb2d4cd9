/** @jest-environment jsdom */
import '../jsdom.ts';
import {
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { setDataSourceSrv, setTemplateSrv, type DataSourceSrv, type TemplateSrv } from '@grafana/runtime';
import { firstValueFrom, from, of } from 'rxjs';
import { DriftlineDataSource } from '../../src/datasource/DriftlineDataSource.ts';
import type { PrometheusQuery } from '../../src/datasource/prometheus-targets.ts';
import type { DriftlineQuery, DriftlineSettings } from '../../src/datasource/types.ts';
import { frame } from './frames.ts';

const MODEL = { ml_model_name: 'income', ml_model_version: '1' };

/** Stands in for the Prometheus data source of a Grafana server, which cannot be had here. */
class StandIn {
  readonly name = 'Prometheus';
  asked: readonly PrometheusQuery[] = [];
  labels: readonly string[] = [];

  query({ targets }: { targets: readonly PrometheusQuery[] }) {
    this.asked = targets;
    const [calls] = targets;
    return of({ data: calls === undefined ? [] : [frame(calls.refId, MODEL, [12])], state: LoadingState.Done });
  }

  metricFindQuery(query: string): Promise<{ text: string }[]> {
    return Promise.resolve(query.includes('ml_reference_rows') ? this.labels.map((text) => ({ text })) : []);
  }
}

let store: StandIn;

beforeEach(() => {
  store = new StandIn();
  setTemplateSrv({ replace: (text = '') => text, containsTemplate: () => false } as unknown as TemplateSrv);
  setDataSourceSrv({
    get: ({ uid }: { uid: string }) =>
      uid === 'prometheus' ? Promise.resolve(store) : Promise.reject(new Error('not found')),
  } as unknown as DataSourceSrv);
});

const dataSource = (prometheusUid?: string): DriftlineDataSource =>
  new DriftlineDataSource({
    name: 'Driftline',
    jsonData: { prometheusUid },
  } as DataSourceInstanceSettings<DriftlineSettings>);

const ask = (source: DriftlineDataSource, ...targets: DriftlineQuery[]): Promise<DataQueryResponse> =>
  firstValueFrom(from(source.query({ targets, scopedVars: {} } as unknown as DataQueryRequest<DriftlineQuery>)));

test('a saved query that lacks fields is completed and asked', async () => {
  const { data } = await ask(dataSource('prometheus'), { refId: 'A', measure: 'throughput' });
  expect(store.asked.map(({ expr }) => expr)).toEqual([
    'sum by (ml_model_name, ml_model_version) (rate({__name__=~"ml_prediction_duration(_seconds)?_count"}[5m]))',
  ]);
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ refId: 'A', name: 'income 1' });
});

test('a hidden query is not asked', async () => {
  const { data } = await ask(dataSource('prometheus'), { refId: 'A', measure: 'throughput', hide: true });
  expect([store.asked, data]).toEqual([[], []]);
});

test('a query that cannot be asked says why under its own identifier', async () => {
  const { errors, error } = await ask(dataSource('prometheus'), { refId: 'B', measure: 'pis' });
  expect(errors).toEqual([{ refId: 'B', message: expect.stringContaining('There is no measure "pis"') }]);
  expect(error).toEqual(errors?.[0]);
});

test.each([
  [undefined, 'Driftline has no Prometheus data source: name one in its settings.'],
  ['gone', 'gone'],
])('without a Prometheus data source (%s) it says so', async (uid, sentence) => {
  const { state, errors } = await ask(dataSource(uid), { refId: 'A' });
  expect(state).toBe(LoadingState.Error);
  expect(errors?.[0]?.message).toContain(sentence);
});

test('the test of the settings names the models, or what to do when none reports', async () => {
  await expect(dataSource('prometheus').testDatasource()).resolves.toMatchObject({
    message: expect.stringContaining('no model reports to it yet'),
  });
  store.labels = ['demand', 'income'];
  await expect(dataSource('prometheus').testDatasource()).resolves.toMatchObject({
    status: 'success',
    message: 'Prometheus answers. Models that report: demand, income.',
  });
  await expect(dataSource().testDatasource()).resolves.toMatchObject({ status: 'error' });
});

test('template variables list names', async () => {
  store.labels = ['income'];
  await expect(dataSource('prometheus').metricFindQuery('models')).resolves.toEqual([{ text: 'income' }]);
  await expect(dataSource('prometheus').metricFindQuery('modles')).rejects.toThrow('write models, versions');
});
