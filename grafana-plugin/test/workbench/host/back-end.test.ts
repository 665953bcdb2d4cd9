/** @jest-environment jsdom */
import '../../jsdom.ts';
import { lastValueFrom } from 'rxjs';
import { backEnd } from '../../../workbench/src/host/back-end.ts';

const asked: Array<{ url: string; init: RequestInit }> = [];

function answer(status: number, data: unknown): void {
  globalThis.fetch = ((url: URL, init: RequestInit) => {
    asked.push({ url: String(url), init });
    return Promise.resolve({ ok: status < 400, status, statusText: '', json: () => Promise.resolve(data) });
  }) as unknown as typeof fetch;
}

beforeEach(() => asked.splice(0));

test('gets with parameters', async () => {
  answer(200, { name: 'income' });
  await expect(backEnd.get('/api/models', { limit: 5 })).resolves.toEqual({ name: 'income' });
  expect(asked).toMatchObject([{ url: `${window.location.origin}/api/models?limit=5`, init: { method: 'GET' } }]);
});

test('a parameter with several values is written several times', async () => {
  answer(200, []);
  await backEnd.get('/api/names?x=1', { model: ['a', 'b&c'], version: [] });
  expect(asked[0]?.url).toBe(`${window.location.origin}/api/names?x=1&model=a&model=b%26c`);
});

test.each(['post', 'put', 'patch'] as const)('%s sends JSON', async (method) => {
  answer(200, {});
  await backEnd[method]('/api/models', { name: 'income' });
  expect(asked[0]?.init).toMatchObject({ method: method.toUpperCase(), body: '{"name":"income"}' });
  expect(asked[0]?.init.headers).toEqual({ 'content-type': 'application/json' });
});

test('fetch gives the whole response', async () => {
  answer(200, [1]);
  await expect(lastValueFrom(backEnd.fetch({ url: '/api/models' }))).resolves.toMatchObject({
    data: [1],
    status: 200,
    ok: true,
    config: { url: '/api/models' },
  });
});

test('a request that nobody waits for any more is canceled', async () => {
  answer(200, [1]);
  const answers: unknown[] = [];
  backEnd
    .fetch({ url: '/api/models' })
    .subscribe((response) => answers.push(response))
    .unsubscribe();
  expect(asked[0]?.init.signal?.aborted).toBe(true);
  await backEnd.get('/api/models');
  expect(answers).toEqual([]);
});

test('a refusal is an error that names the path and has the status and the data', async () => {
  answer(502, { message: 'bad gateway' });
  await expect(backEnd.get('/api/models')).rejects.toMatchObject({
    message: '/api/models answered 502',
    status: 502,
    data: { message: 'bad gateway' },
  });
});

test('chunks are refused', () => {
  expect(() => backEnd.chunked({ url: '/' })).toThrow('The workbench answers whole, never in chunks.');
});
