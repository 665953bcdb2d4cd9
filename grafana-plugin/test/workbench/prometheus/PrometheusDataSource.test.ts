/** @jest-environment jsdom */
import '../../jsdom.ts';
import { dateTime, type DataFrame, type DataQueryRequest, type DataSourceInstanceSettings } from '@grafana/data';
import { PrometheusDataSource } from '../../../workbench/src/prometheus/PrometheusDataSource.ts';

const asked: Array<{ url: string; body?: string }> = [];

function answer(data: unknown): void {
  globalThis.fetch = ((url: string, init?: RequestInit) => {
    asked.push({ url, ...(init?.body === undefined ? {} : { body: String(init.body) }) });
    return Promise.resolve({ json: () => Promise.resolve({ status: 'success', data }) });
  }) as unknown as typeof fetch;
}

beforeEach(() => asked.splice(0));

const source = new PrometheusDataSource({ url: '/store' } as DataSourceInstanceSettings);

async function ask(target: object): Promise<DataFrame[]> {
  const [from, to] = [dateTime(1_000_000), dateTime(1_060_000)];
  const range = { from, to, raw: { from, to } };
  const request = { range, intervalMs: 10_000, targets: [{ refId: 'A', ...target }] };
  return (await source.query(request as unknown as Parameters<PrometheusDataSource['query']>[0] & DataQueryRequest))
    .data;
}

test('a range has a frame a series, with a hole where the store has none', async () => {
  const metric = { ml_feature_name: 'age' };
  answer({
    resultType: 'matrix',
    result: [
      {
        metric,
        values: [
          [1000, 'NaN'],
          [1010, '0.1'],
          [1040, '0.3'],
        ],
      },
    ],
  });
  const [frame] = await ask({ expr: 'psi', legendFormat: '{{ml_feature_name}}' });
  expect(asked).toEqual([{ url: '/store/api/v1/query_range', body: 'query=psi&start=1000&end=1060&step=10' }]);
  expect(frame).toMatchObject({
    refId: 'A',
    name: 'age',
    fields: [
      { values: [1_010_000, 1_020_000, 1_040_000] },
      { values: [0.1, null, 0.3], labels: metric, config: { displayNameFromDS: 'age' } },
    ],
  });
});

test('an instant asks for the end of the range', async () => {
  answer({ resultType: 'vector', result: [{ metric: {}, value: [1060, '2'] }] });
  const [frame] = await ask({ expr: 'up', instant: true });
  expect(asked[0]?.body).toBe('query=up&time=1060');
  expect(frame?.fields[1]?.values).toEqual([2]);
});

test('lists the values of a label, as a template variable asks', async () => {
  answer(['income', 'credit']);
  await expect(source.metricFindQuery('label_values(up{job="a, b"}, model)')).resolves.toEqual([
    { text: 'income' },
    { text: 'credit' },
  ]);
  expect(asked[0]?.url).toBe('/store/api/v1/label/model/values?match%5B%5D=up%7Bjob%3D%22a%2C+b%22%7D');
  await expect(source.metricFindQuery('metrics(up)')).rejects.toThrow('metrics(up) is not understood');
});

test('a test asks the store', async () => {
  answer({ resultType: 'vector', result: [] });
  await expect(source.testDatasource()).resolves.toMatchObject({ status: 'success' });
  expect(asked[0]?.body).toBe('query=vector%281%29');
});

test('what the store refuses is said in its own words', async () => {
  globalThis.fetch = (() =>
    Promise.resolve({
      json: () => Promise.resolve({ status: 'error', error: 'parse error' }),
    })) as unknown as typeof fetch;
  await expect(ask({ expr: '(' })).rejects.toThrow('The store refused the query: parse error');
});
