/** @jest-environment jsdom */
import '../jsdom.ts';
import {
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { setDataSourceSrv, setTemplateSrv, type DataSourceSrv } from '@grafana/runtime';
import { firstValueFrom, from, of } from 'rxjs';
import { DriftlineDataSource } from '../../src/datasource/DriftlineDataSource.ts';
import type { PrometheusQuery } from '../../src/datasource/prometheus-targets.ts';
import type { DriftlineQuery, DriftlineSettings } from '../../src/datasource/types.ts';
import { storeFrame } from '../frames.ts';
import { templatesOf } from './templates.ts';

const MODEL = { ml_model_name: 'income', ml_model_version: '1' };

/** Stands in for the Prometheus data source of a Grafana server, which cannot be had here. */
class StandIn {
  readonly name = 'Prometheus';
  asked: readonly PrometheusQuery[] = [];
  labels: readonly string[] = [];
  /** The last text that label values were asked with. */
  listed = '';

  query({ targets }: { targets: readonly PrometheusQuery[] }) {
    this.asked = targets;
    const [calls] = targets;
    return of({ data: calls === undefined ? [] : [storeFrame(calls.refId, MODEL, [12])], state: LoadingState.Done });
  }

  health = { status: 'success', message: 'The store answers.' };

  testDatasource() {
    return Promise.resolve(this.health);
  }

  metricFindQuery(query: string): Promise<{ text: string }[]> {
    this.listed = query;
    return Promise.resolve(this.labels.map((text) => ({ text })));
  }
}

let store: StandIn;

beforeEach(() => {
  store = new StandIn();
  setTemplateSrv(templatesOf({ models: ['credit', 'income'], job: 'api' }));
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
  [undefined, 'Driftline has no Prometheus data source: choose one in its settings.'],
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

test('regression: the test of the settings fails when the store is down', async () => {
  store.health = { status: 'error', message: 'connection refused' };
  await expect(dataSource('prometheus').testDatasource()).resolves.toEqual({
    status: 'error',
    message: 'Prometheus: connection refused',
  });
});

test('template variables list names', async () => {
  store.labels = ['income'];
  await expect(dataSource('prometheus').metricFindQuery('models')).resolves.toEqual([{ text: 'income' }]);
  await expect(dataSource('prometheus').metricFindQuery('modles')).rejects.toThrow('write models, versions');
});

test.each([
  ['a variable', 'features(${models})', '=~"credit|income"'],
  ['a name', 'features(income)', '="income"'],
])('names are listed for the models of %s', async (_, text, matcher) => {
  await dataSource('prometheus').metricFindQuery(text);
  expect(store.listed).toBe(
    `label_values(ml_reference_feature_missing_ratio{ml_model_name${matcher}}, ml_feature_name)`,
  );
});

test('the editor offers names for the models that a variable stands for', async () => {
  store.labels = ['2', '1'];
  await expect(dataSource('prometheus').choices('versions', { model: ['$models'] })).resolves.toEqual(['2', '1']);
  expect(store.listed).toBe('label_values(ml_reference_rows{ml_model_name=~"credit|income"}, ml_model_version)');
});

test("a histogram's edges ascend, without +Inf and without the same twice", async () => {
  store.labels = ['10', '+Inf', '2.5', '2.50'];
  await expect(dataSource('prometheus').edges('latency{job="$job"}')).resolves.toEqual([2.5, 10]);
  expect(store.listed).toContain('latency_bucket');
  expect(store.listed).toContain('job="api"');
  await expect(dataSource('prometheus').edges('latency{')).rejects.toThrow('selector');
});

test('a data source that lists no label values is named', async () => {
  Object.assign(store, { metricFindQuery: undefined });
  await expect(dataSource('prometheus').choices('models', {})).rejects.toThrow('Prometheus cannot list label values');
});
