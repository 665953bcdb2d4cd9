import { prometheusApi, StoreError, type Form } from '../../src/store/prometheus-api.ts';

/** A store that gives one answer, and the requests that it got. */
function answering(answer: unknown) {
  const requests: [path: string, form: Form][] = [];
  const api = prometheusApi((path, form) => {
    requests.push([path, form]);
    return Promise.resolve(answer);
  });
  return { api, requests };
}

const success = (result: unknown) => ({ status: 'success', data: { result } });

test('an instant has the time of the samples', async () => {
  const { api, requests } = answering(
    success([
      { metric: { job: 'a' }, value: [1700000000.5, '2.5'] },
      { metric: {}, value: [1700000000.5, '-1e+06'] },
    ]),
  );
  expect(await api.query('up')).toEqual({
    times: [1700000000.5],
    series: [
      { labels: { job: 'a' }, values: [2.5] },
      { labels: {}, values: [-1e6] },
    ],
  });
  expect(requests).toEqual([['/api/v1/query', { query: 'up' }]]);
});

test('an instant without series has the time that was asked for', async () => {
  const { api, requests } = answering(success([]));
  expect(await api.query('up', 60)).toEqual({ times: [60], series: [] });
  expect(requests).toEqual([['/api/v1/query', { query: 'up', time: '60' }]]);
  expect(await api.query('up')).toEqual({ times: [NaN], series: [] });
});

test('what JSON has no numeral for', async () => {
  const texts = ['NaN', '+Inf', '-Inf'];
  const { api } = answering(success(texts.map((text) => ({ metric: {}, value: [0, text] }))));
  const { series } = await api.query('up');
  expect(series.map(({ values }) => values[0])).toEqual([NaN, Infinity, -Infinity]);
});

test('a range is a grid on which a series may have holes', async () => {
  const { api, requests } = answering(
    success([
      {
        metric: { job: 'a' },
        values: [
          [100, '1'],
          [130, '3'],
        ],
      },
      { metric: { job: 'b' }, values: [[115, 'NaN']] },
      {
        metric: { job: 'c' },
        values: [
          [115, '5'],
          [130, '+Inf'],
        ],
      },
    ]),
  );
  expect(await api.queryRange('up', 100, 140, 15)).toEqual({
    times: [100, 115, 130],
    series: [
      { labels: { job: 'a' }, values: [1, NaN, 3] },
      { labels: { job: 'b' }, values: [NaN, NaN, NaN] },
      { labels: { job: 'c' }, values: [NaN, 5, Infinity] },
    ],
  });
  expect(requests).toEqual([['/api/v1/query_range', { query: 'up', start: '100', end: '140', step: '15' }]]);
});

test('the end of a range is on the grid, also where the step is no whole number', async () => {
  const { api } = answering(success([{ metric: {}, values: [[0.3, '7']] }]));
  const { times, series } = await api.queryRange('up', 0, 0.3, 0.1);
  expect(times).toHaveLength(4);
  expect(series[0]?.values).toEqual([NaN, NaN, NaN, 7]);
});

test('values of a label', async () => {
  const { api, requests } = answering({ status: 'success', data: ['a', 'b'] });
  expect(await api.labelValues('job', 'up{x="1"}')).toEqual(['a', 'b']);
  await api.labelValues('job', 'up', { start: 10, end: 20.5 });
  expect(requests).toEqual([
    ['/api/v1/label/job/values', { 'match[]': 'up{x="1"}' }],
    ['/api/v1/label/job/values', { 'match[]': 'up', start: '10', end: '20.5' }],
  ]);
});

test('a refused query is an error in the words of the store', async () => {
  const { api } = answering({ status: 'error', errorType: 'bad_data', error: 'parse error' });
  const error = await api.query('up >').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ message: 'The store refused the query: parse error', reason: 'parse error' });
});

test('a refusal without a reason is one as well', async () => {
  const { api } = answering({ status: 'error' });
  await expect(api.labelValues('job', 'up')).rejects.toMatchObject({ reason: 'no reason given' });
});

test.each([undefined, null, '<html>', {}, [], { message: 'Not found' }])(
  'an answer of something else: %j',
  async (answer) => {
    const { api } = answering(answer);
    const error = await api.queryRange('up', 0, 60, 15).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ reason: undefined });
    expect(String(error)).toContain("is not that of Prometheus' API: check the address of the store");
  },
);

test('what fails on the way to the store fails as it is', async () => {
  const api = prometheusApi(() => Promise.reject(new TypeError('fetch failed')));
  await expect(api.query('up')).rejects.toThrow(TypeError);
});
