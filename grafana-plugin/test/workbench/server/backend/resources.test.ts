import { callResource } from '../../../../workbench/server/backend/resources.ts';
import { sendJson, standInStore, type Reply } from './stand-in-store.ts';

async function call(path: string, reply: Reply = () => undefined) {
  const { url, close } = await standInStore(reply);
  const source = { uid: 'driftline', url, settings: {} };
  try {
    const request = { path, parameters: { model: ['income'] }, now: Date.now() };
    return await callResource(source, request, new AbortController().signal);
  } finally {
    await close();
  }
}

test('lists what the store holds', async () => {
  const answer = await call('features', ({ form }, response) => {
    expect(form.get('match[]')).toContain('ml_model_name="income"');
    sendJson(response, { status: 'success', data: ['age'] });
  });
  expect(answer).toEqual({ status: 200, body: ['age'] });
});

test('answers what needs no store, and says what there is', async () => {
  await expect(call('measures')).resolves.toMatchObject({ status: 200 });
  await expect(call('nothing')).resolves.toMatchObject({ status: 404 });
});

test('fails with the store', async () => {
  await expect(call('models', (_, response) => response.writeHead(503).end())).resolves.toMatchObject({
    status: 503,
    body: { message: expect.stringContaining('too busy') },
  });
});
