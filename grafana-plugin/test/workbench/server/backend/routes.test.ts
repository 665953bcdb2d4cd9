import Fastify, { type FastifyInstance } from 'fastify';
import { waitUntil } from '@driftline/local-store/testing';
import { serveDataSource } from '../../../../workbench/server/backend/routes.ts';
import { sendJson, standInStore, vector, type StandInStore } from './stand-in-store.ts';

let store: StandInStore;
let server: FastifyInstance;
let url: string;
/** Whether the store leaves its answers open, and how many of those were given up. */
let isSlow = false;
let givenUp = 0;

beforeAll(async () => {
  store = await standInStore(({ path }, response) => {
    if (isSlow) response.once('close', () => givenUp++);
    else if (path.includes('/label/')) sendJson(response, { status: 'success', data: ['income'] });
    else sendJson(response, vector([{ ml_model_name: 'income' }, 2]));
  });
  server = Fastify({ forceCloseConnections: true });
  serveDataSource(server, { uid: 'driftline', url: store.url, settings: {} });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await server.close();
  await store.close();
});

const post = (path: string, body: unknown, init: RequestInit = {}): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  });
const QUERY = { refId: 'A', datasource: { uid: 'driftline' }, measure: 'throughput', instant: true };
const RANGE = { from: '1699999940000', to: '1700000000000' };

test('answers queries', async () => {
  const response = await post('/api/ds/query?ds_type=driftline-model-datasource', { ...RANGE, queries: [QUERY] });
  expect(response.status).toBe(200);
  await expect(response.json()).resolves.toMatchObject({
    results: { A: { status: 200, frames: [{ data: { values: [[2]] } }] } },
  });
});

test.each<[number, unknown]>([
  [400, {}],
  [400, null],
  [400, { ...RANGE, queries: [null] }],
  [400, { queries: [QUERY], from: 'now-1h', to: 'now' }],
  [404, { ...RANGE, queries: [{ ...QUERY, datasource: { uid: 'other' } }] }],
  [400, { ...RANGE, queries: [{ ...QUERY, measure: 'pis' }] }],
])('answers %d to %j', async (status, body) => {
  const response = await post('/api/ds/query', body);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/json');
});

test('answers health and resources', async () => {
  const get = async (path: string) => (await fetch(`${url}/api/datasources/uid/driftline/${path}`)).json();
  await expect(get('health')).resolves.toMatchObject({ status: 'OK', details: { severity: 'success' } });
  await expect(get('resources/features?model=income&model=credit')).resolves.toEqual(['income']);
  expect(store.received.at(-1)?.form.get('match[]')).toContain('ml_model_name=~"income|credit"');
  const preview = await post('/api/datasources/uid/driftline/resources/promql', { measure: 'throughput' });
  await expect(preview.json()).resolves.toMatchObject({ isOne: true });
  expect((await fetch(`${url}/api/datasources/uid/other/health`)).status).toBe(404);
});

test('a request that is canceled is canceled in the store', async () => {
  isSlow = true;
  const before = store.received.length;
  const controller = new AbortController();
  const canceled = post('/api/ds/query', { ...RANGE, queries: [QUERY] }, { signal: controller.signal });
  await waitUntil(
    'the request in the store',
    () => store.received.length,
    (length) => length === before + 1,
  );
  controller.abort();
  await expect(canceled).rejects.toThrow();
  await waitUntil(
    'its end',
    () => givenUp,
    (number) => number === 1,
  );
  isSlow = false;
});
