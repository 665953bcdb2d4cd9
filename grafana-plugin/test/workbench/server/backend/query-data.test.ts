import { queryData, type QueryModel } from '../../../../workbench/server/backend/query-data.ts';
import { sendJson, standInStore, vector, type Reply, type StandInStore } from './stand-in-store.ts';

const MODEL = { ml_model_name: 'income', ml_model_version: '1' };
const MATRIX = { status: 'success', data: { result: [{ metric: MODEL, values: [[1_700_000_000, '2']] }] } };

let store: StandInStore | undefined;

afterEach(() => store?.close());

/** Sums of calls for what asks for them; a refusal for what asks for bins. */
const answer: Reply = ({ path, form }, response) => {
  const promql = form.get('query') ?? '';
  if (promql.includes('_bin')) sendJson(response, { status: 'error', error: 'too many samples' }, 422);
  else sendJson(response, path.endsWith('query_range') ? MATRIX : vector([MODEL, 2]));
};

async function ask(queries: readonly object[], settings = {}, forAlert = false) {
  store = await standInStore(answer);
  const source = { uid: 'driftline', url: store.url, settings };
  const body = { from: '1699999940000', to: '1700000000000', queries: queries as readonly QueryModel[] };
  return queryData(source, body, forAlert, new AbortController().signal);
}

test('a range gives values over time in steps of the interval', async () => {
  const { status, results } = await ask([{ refId: 'A', measure: 'throughput', intervalMs: 15_000 }]);
  expect(status).toBe(200);
  expect(results['A']).toMatchObject({
    status: 200,
    frames: [
      { schema: { refId: 'A', meta: { type: 'timeseries-multi' }, fields: [{ name: 'Time' }, { name: 'Value' }] } },
    ],
  });
  const [asked] = store?.received ?? [];
  expect(Object.fromEntries(asked?.form ?? [])).toMatchObject({ start: '1699999935', end: '1699999995', step: '15' });
});

test('an alert rule gets one value for each series', async () => {
  const { results } = await ask([{ refId: 'A', measure: 'throughput' }], {}, true);
  expect(results['A']).toMatchObject({
    frames: [{ schema: { meta: { type: 'numeric-multi' }, fields: [{ name: 'Value', labels: MODEL }] } }],
  });
});

test('queries share what they ask, and one that fails fails alone', async () => {
  const throughput = { measure: 'throughput', instant: true };
  const { status, results } = await ask([
    { refId: 'A', ...throughput },
    { refId: 'B', ...throughput },
    { refId: 'C', measure: 'psi', instant: true },
    { refId: 'D', measure: 'pis' },
  ]);
  expect(status).toBe(207);
  expect(Object.entries(results).map(([refId, { status: own }]) => [refId, own])).toEqual([
    ['A', 200],
    ['B', 200],
    ['C', 422],
    ['D', 400],
  ]);
  expect(results['C']).toEqual({
    status: 422,
    error: expect.stringContaining('too many samples'),
    errorSource: 'downstream',
    frames: [],
  });
  expect(results['D']).toMatchObject({ error: expect.stringContaining('There is no measure'), errorSource: 'plugin' });
  const texts = store?.received.map(({ form }) => form.get('query')) ?? [];
  expect(new Set(texts).size).toBe(texts.length);
});

test.each<[number, object[], object]>([
  [400, [{ refId: 'A', measure: 'pis' }], {}],
  [400, [{ refId: 'A', measure: 'psi' }], {}],
  [500, [{ refId: 'A', measure: 'throughput' }], { timeout: 1, maxSeries: 0.5 }],
  [400, [{ refId: 'A' }], { maxSeries: -1 }],
])('a request of which all fails has status %d', async (expected, queries, settings) => {
  expect((await ask(queries, settings)).status).toBe(expected);
});
