/** @jest-environment jsdom */
import '../jsdom.ts';
import {
  dateTime,
  LoadingState,
  type AdHocVariableFilter,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type TimeRange,
} from '@grafana/data';
import {
  setBackendSrv,
  setTemplateSrv,
  type BackendSrv,
  type BackendSrvRequest,
  type FetchResponse,
} from '@grafana/runtime';
import { lastValueFrom, of, throwError, type Observable } from 'rxjs';
import { DriftlineDataSource } from '../../src/datasource/DriftlineDataSource.ts';
import { DEFAULT_DRIFTLINE_QUERY, type DriftlineQuery, type DriftlineSettings } from '../../src/datasource/types.ts';
import { templatesOf } from './templates.ts';

/** Requests that reached Grafana, and what it answers. */
let asked: BackendSrvRequest[];
let answer: () => Observable<Partial<FetchResponse>>;

const answering = (data: unknown, status = 200): (() => Observable<Partial<FetchResponse>>) => {
  return () => (status < 400 ? of({ status, data }) : throwError(() => ({ status, data })));
};

beforeEach(() => {
  asked = [];
  answer = answering({ results: {} });
  setTemplateSrv(templatesOf({ models: ['credit', 'income'], job: 'api', none: '' }));
  setBackendSrv({
    fetch: (request: BackendSrvRequest) => {
      asked.push(request);
      return answer();
    },
  } as unknown as BackendSrv);
});

const RANGE: TimeRange = {
  from: dateTime(1_000_000),
  to: dateTime(4_600_000),
  raw: { from: 'now-1h', to: 'now' },
};

const dataSource = (jsonData: DriftlineSettings = {}): DriftlineDataSource =>
  new DriftlineDataSource({
    uid: 'driftline',
    type: 'driftline-model-datasource',
    name: 'Driftline',
    meta: {},
    jsonData,
  } as DataSourceInstanceSettings<DriftlineSettings>);

interface Sent {
  readonly from: string;
  readonly to: string;
  readonly queries: readonly DriftlineQuery[];
}

const ask = (
  targets: DriftlineQuery[],
  part: Partial<DataQueryRequest<DriftlineQuery>> = {},
): Promise<DataQueryResponse> =>
  lastValueFrom(
    dataSource().query({
      targets,
      scopedVars: {},
      range: RANGE,
      timezone: 'utc',
      intervalMs: 15_000,
      ...part,
    } as DataQueryRequest<DriftlineQuery>),
  );

const sent = (): Sent => asked.at(-1)?.data as Sent;

const filter = (key: string, value: string, operator = '='): AdHocVariableFilter => ({ key, operator, value });

test('a fresh query is sent, a hidden one is not', async () => {
  await ask([{ refId: 'A' }, { refId: 'B', hide: true }]);
  expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/ds/query?ds_type=driftline-model-datasource' });
  expect(sent()).toMatchObject({ from: '1000000', to: '4600000' });
  expect(sent().queries).toEqual([
    expect.objectContaining({
      refId: 'A',
      intervalMs: 15_000,
      utcOffsetSec: 0,
      datasource: { type: expect.anything(), uid: 'driftline' },
    }),
  ]);
});

test('a query says by how much its time zone is ahead of UTC', async () => {
  await ask([{ refId: 'A' }], { timezone: 'Asia/Kolkata' });
  expect(sent().queries[0]?.utcOffsetSec).toBe(5.5 * 3600);
});

test('template variables and ad hoc filters narrow what is sent', async () => {
  await ask([{ refId: 'A', measure: 'psi', where: { model: ['$models'] } }], {
    filters: [filter('model', 'income'), { ...filter('feature', 'age', '=|'), values: ['age', 'hours'] }],
  });
  expect(sent().queries[0]?.where).toEqual({ model: ['income'], feature: ['age', 'hours'] });
});

test('a filter that is not understood is an error of the query', async () => {
  const { state, error, errors } = await ask([{ refId: 'A' }], { filters: [filter('job', 'api')] });
  expect(state).toBe(LoadingState.Error);
  expect(error?.message).toContain('filter by model, version, feature, group');
  expect(errors).toEqual([error]);
  expect(asked).toEqual([]);
});

test('a variable that lists nothing is an error of its query, and never asks for all', async () => {
  const queries = [
    { refId: 'A', where: { model: ['$models'] } },
    { refId: 'B', where: { feature: ['$none'] } },
  ];
  const { state, errors } = await ask(queries);
  expect(state).toBe(LoadingState.Error);
  expect(errors).toEqual([
    {
      refId: 'B',
      message: expect.stringContaining('The variable $none has no value: nothing that it lists reported.'),
    },
  ]);
  expect(sent().queries.map(({ refId }) => refId)).toEqual(['A']);
  asked = [];
  const alone = await ask(queries.slice(1));
  expect([alone.data, alone.error?.refId, asked]).toEqual([[], 'B', []]);
});

test('annotations come with a link to the page of this data source', async () => {
  const fields = [
    { name: 'time', type: 'time' },
    { name: 'timeEnd', type: 'time' },
    { name: 'text', type: 'string' },
    { name: 'model', type: 'string' },
  ];
  const schema = { refId: 'Anno', meta: { custom: { annotations: 'versions' } }, fields };
  const frame = { schema, data: { values: [[1000], [1000], ['2 < 3'], ['income']] } };
  answer = answering({ results: { Anno: { status: 200, frames: [frame] } } });
  const { data } = await ask([{ refId: 'Anno', format: 'annotations', marks: 'versions' }]);
  const [{ fields: answered }] = data as [DataFrame];
  expect(answered.find(({ name }) => name === 'text')?.values[0]).toMatch(
    /^2 &lt; 3<br><a href="\/a\/driftline-model-app\/models\/income\/versions\?var-ds=driftline&/,
  );
});

test('regression: a query that fails says why in both places, beside the frames of the others', async () => {
  const frame = { schema: { refId: 'A', fields: [{ name: 'Value', type: 'number' }] }, data: { values: [[1]] } };
  const results = {
    A: { status: 200, frames: [frame] },
    B: { status: 502, error: 'The store cannot be reached.', errorSource: 'downstream', frames: [] },
  };
  answer = answering({ results }, 207);
  const { data, error, errors } = await ask([{ refId: 'A' }, { refId: 'B' }]);
  expect(data).toMatchObject([{ refId: 'A' }]);
  expect(error).toMatchObject({ refId: 'B', message: 'The store cannot be reached.' });
  expect(errors).toEqual([error]);
  answer = answering({ results: { B: results.B } }, 500);
  expect((await ask([{ refId: 'B' }])).error).toMatchObject({ message: 'The store cannot be reached.' });
});

test('new queries have the window of the settings', () => {
  expect(dataSource().getDefaultQuery()).toEqual(DEFAULT_DRIFTLINE_QUERY);
  expect(dataSource({ window: '' }).getDefaultQuery().window).toBe('5m');
  expect(dataSource({ window: '1h' }).getDefaultQuery()).toEqual({ ...DEFAULT_DRIFTLINE_QUERY, window: '1h' });
});

test('panels ask for no steps finer than the store scrapes', () => {
  expect([dataSource().interval, dataSource({ timeInterval: '1m' }).interval]).toEqual(['15s', '1m']);
});

test('Explore gets queries without variables', () => {
  const [query] = dataSource().interpolateVariablesInQueries([{ refId: 'A', where: { model: ['$models'] } }], {});
  expect(query).toEqual({ refId: 'A', where: { model: ['credit', 'income'] } });
});

test('names are listed for the models that a variable stands for, within a time range', async () => {
  answer = answering(['2', '1']);
  await expect(dataSource().choices('versions', { model: ['$models'] }, RANGE)).resolves.toEqual(['2', '1']);
  expect(asked[0]).toMatchObject({
    method: 'GET',
    url: '/api/datasources/uid/driftline/resources/versions',
    params: { from: 1_000_000, to: 4_600_000, model: ['credit', 'income'], version: [] },
  });
});

test('template variables list names', async () => {
  answer = answering(['age']);
  await expect(dataSource().metricFindQuery('features(${models})', { range: RANGE })).resolves.toEqual([
    { text: 'age' },
  ]);
  expect(asked[0]?.params).toMatchObject({ from: 1_000_000, model: ['credit', 'income'] });
  await expect(dataSource().metricFindQuery('modles')).rejects.toThrow('write models, versions');
});

test('ad hoc filters offer their keys, and the names that the other filters leave', async () => {
  const source = dataSource();
  await expect(source.getTagKeys()).resolves.toEqual(
    ['model', 'version', 'feature', 'group'].map((text) => ({ text })),
  );
  answer = answering(['age']);
  const options = { key: 'feature', filters: [filter('model', 'income')], timeRange: RANGE };
  await expect(source.getTagValues(options)).resolves.toEqual([{ text: 'age' }]);
  expect(asked[0]).toMatchObject({ url: expect.stringMatching(/features$/), params: { model: ['income'] } });
  await expect(source.getTagValues({ ...options, key: 'job' })).resolves.toEqual([]);
});

test('edges are those of the histogram that a variable names', async () => {
  answer = answering([2.5, 10]);
  await expect(dataSource().edges('latency{job="$job"}')).resolves.toEqual([2.5, 10]);
  expect(asked[0]).toMatchObject({ url: expect.stringMatching(/edges$/), params: { selector: 'latency{job="api"}' } });
});

test('measures are asked for once, and again after a failure', async () => {
  const source = dataSource();
  answer = answering({ message: 'The plugin is not running.' }, 500);
  await expect(source.measures()).rejects.toThrow('The plugin is not running.');
  answer = answering([]);
  await source.measures();
  await source.measures();
  expect(asked).toHaveLength(2);
});

test('the PromQL is that of a query without variables, and refused with a sentence', async () => {
  answer = answering({ texts: ['up'], isOne: true });
  await expect(dataSource().promql({ refId: 'A', where: { model: ['$models'] } })).resolves.toEqual({
    texts: ['up'],
    isOne: true,
  });
  expect(asked[0]).toMatchObject({ method: 'POST', data: { where: { model: ['credit', 'income'] } } });
  answer = answering({ message: 'window is "soon"' }, 400);
  await expect(dataSource().promql({ refId: 'A', window: 'soon' })).rejects.toThrow('window is "soon"');
});

test.each([
  ['success', { status: 'OK', message: '1 model', details: { severity: 'success' } }, 200],
  ['warning', { status: 'OK', message: 'no model', details: { severity: 'warning' } }, 200],
  ['error', { status: 'ERROR', message: 'The store cannot be reached.', details: { severity: 'error' } }, 400],
])('the test of the settings shows %s', async (status, health, code) => {
  answer = answering(health, code);
  await expect(dataSource().testDatasource()).resolves.toEqual({ status, message: health.message });
});

test('a query is told in one line', () => {
  expect(dataSource().getQueryDisplayText({ refId: 'A', measure: 'psi' })).toBe('psi');
});
