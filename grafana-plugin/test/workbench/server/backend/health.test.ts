import { checkHealth } from '../../../../workbench/server/backend/health.ts';
import { sendJson, standInStore, vector, type Reply } from './stand-in-store.ts';

async function check(reply: Reply, settings = {}) {
  const { url, close } = await standInStore(reply);
  try {
    return await checkHealth({ uid: 'driftline', url, settings }, Date.now(), new AbortController().signal);
  } finally {
    await close();
  }
}

test('says what reports', async () => {
  await expect(check((_, response) => sendJson(response, vector([{}, 3])))).resolves.toMatchObject({
    status: 'OK',
    message: '3 models, 3 versions, 3 features in the last hour.',
  });
});

test('fails with the store, and with settings that are none', async () => {
  await expect(check((_, response) => response.writeHead(401).end())).resolves.toMatchObject({
    status: 'ERROR',
    message: expect.stringContaining('refuses access (status 401)'),
  });
  await expect(check(() => undefined, { window: 'soon' })).resolves.toMatchObject({
    status: 'ERROR',
    message: expect.stringContaining('window of the data source is "soon"'),
  });
});
