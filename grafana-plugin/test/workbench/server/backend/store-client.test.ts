import type { ServerResponse } from 'node:http';
import { waitUntil } from '@driftline/local-store/testing';
import { sendForm, StoreFailed, type StoreAddress } from '../../../../workbench/server/backend/store-client.ts';
import { sendJson, standInStore, type Reply, type StandInStore } from './stand-in-store.ts';

const stores: StandInStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function storeWith(reply: Reply): Promise<StandInStore> {
  const store = await standInStore(reply);
  stores.push(store);
  return store;
}

const SETTINGS = { httpMethod: 'POST', maxResponseMegabytes: 1 } as const;

function send(address: Partial<StoreAddress>, path = '/api/v1/query', canceled = new AbortController().signal) {
  return sendForm({ url: '', settings: SETTINGS, ...address }, path, { query: 'up', 'match[]': ['a', 'b'] }, canceled);
}

async function failureOf(answer: Promise<unknown>): Promise<unknown> {
  const error: unknown = await answer.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreFailed);
  return (error as StoreFailed).failure;
}

test('queries are posted below the prefix of the store, label values are got', async () => {
  const { url, received } = await storeWith((_, response) => sendJson(response, { status: 'success' }));
  await expect(send({ url: `${url}/prometheus/` })).resolves.toEqual({ status: 'success' });
  await send({ url }, '/api/v1/label/job/values');
  await send({ url, settings: { ...SETTINGS, httpMethod: 'GET' } });
  expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /prometheus/api/v1/query',
    'GET /api/v1/label/job/values?query=up&match%5B%5D=a&match%5B%5D=b',
    'GET /api/v1/query?query=up&match%5B%5D=a&match%5B%5D=b',
  ]);
  for (const { form } of received) expect([...form.values()]).toEqual(['up', 'a', 'b']);
});

const html = '<!doctype html><title>Sign in</title>';

test.each<[string, (response: ServerResponse) => void, object]>([
  ['401', (response) => response.writeHead(401).end('Unauthorized'), { kind: 'refused', status: 401 }],
  [
    '422 of Prometheus',
    (response) => sendJson(response, { status: 'error', error: 'too many samples' }, 422),
    { kind: 'refused', status: 422, reason: 'too many samples' },
  ],
  [
    'an HTML page',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    { kind: 'foreign', status: 200, isHtml: true },
  ],
  ['an HTML page that says nothing of it', (response) => response.end(html), { kind: 'foreign', isHtml: true }],
  ['text', (response) => response.end('ok'), { kind: 'foreign', status: 200, isHtml: false }],
  [
    'another host',
    (response) => response.writeHead(302, { location: 'http://127.0.0.2:9/' }).end(),
    { kind: 'redirected', status: 302 },
  ],
  [
    'more than is allowed',
    (response) => response.end(`"${'x'.repeat(1_000_001)}"`),
    { kind: 'too large', megabytes: 1 },
  ],
  ['a connection that breaks', (response) => response.destroy(), { kind: 'unreachable' }],
])('%s is a failure of its own', async (_, answer, failure) => {
  const { url } = await storeWith((_request, response) => answer(response));
  expect(await failureOf(send({ url }))).toMatchObject(failure);
});

test('a redirect within the host is followed with the form, a circle is not', async () => {
  const { url, received } = await storeWith(({ path }, response) =>
    path === '/api/v1/query'
      ? response.writeHead(307, { location: '/prometheus/api/v1/query' }).end()
      : sendJson(response, { status: 'success' }),
  );
  await expect(send({ url })).resolves.toEqual({ status: 'success' });
  expect(received.at(-1)?.form.get('query')).toBe('up');
  const circle = await storeWith(({ path }, response) => response.writeHead(307, { location: path }).end());
  expect(await failureOf(send({ url: circle.url }))).toEqual({ kind: 'redirected', status: 307 });
});

test('what does not answer in time, and what is canceled', async () => {
  const { url, received } = await storeWith(() => undefined);
  expect(await failureOf(send({ url, timeoutSeconds: 0.05 }))).toEqual({ kind: 'timeout' });
  const controller = new AbortController();
  const canceled = failureOf(send({ url }, undefined, controller.signal));
  await waitUntil(
    'the second request',
    () => received.length,
    (length) => length === 2,
  );
  controller.abort();
  expect(await canceled).toEqual({ kind: 'canceled' });
});

test('what cannot be reached is told without its address', async () => {
  const { url, close } = await standInStore(() => undefined);
  await close();
  expect(await failureOf(send({ url }))).toEqual({ kind: 'unreachable', reason: 'connection refused' });
  expect(await failureOf(send({ url: '' }))).toMatchObject({ kind: 'unreachable' });
});
