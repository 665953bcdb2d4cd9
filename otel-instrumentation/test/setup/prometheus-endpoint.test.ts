import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { startDriftline, type Driftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

const COUNT = /ml_feature_observations_total\{[^}]*ml_feature_bin="\(25, 35\]"[^}]*\} 1\n/;

async function withService(use: (driftline: Driftline) => Promise<void>): Promise<void> {
  const driftline = await startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port: false });
  try {
    driftline.monitor.record({ features: { age: 30 } });
    await use(driftline);
  } finally {
    await driftline.shutdown();
  }
}

/** What a page of a service of its own answers. */
async function answerOf(listener: RequestListener): Promise<Response> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a handler for a page of the service, without a port of its own', async () => {
  await withService(async ({ metricsHandler, endpoint }) => {
    expect(endpoint).toBeUndefined();
    const response = await answerOf(metricsHandler);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toMatch(COUNT);
  });
});

test('text for a page that already holds metrics of others', async () => {
  await withService(async ({ metrics }) => {
    const response = await answerOf((_request, answer) => {
      void metrics().then((text) => answer.end(`http_requests_total 3\n${text}`));
    });
    const page = await response.text();
    expect(page).toMatch(/^http_requests_total 3\n/);
    expect(page).toMatch(COUNT);
  });
});

test('a service that pushes has no text, and is told what to do', async () => {
  const driftline = await startDriftline({ profile: exampleProfile(), url: 'http://127.0.0.1:1' });
  expect(() => driftline.metrics()).toThrow("start with exporter: 'prometheus'");
  await driftline.shutdown();
});

test('the endpoint answers at /metrics alone', async () => {
  const { endpoint = '', shutdown } = await startDriftline({
    profile: exampleProfile(),
    exporter: 'prometheus',
    port: 0,
  });
  expect((await fetch(endpoint)).status).toBe(200);
  expect((await fetch(endpoint.replace('/metrics', '/'))).status).toBe(404);
  await shutdown();
  await expect(fetch(endpoint)).rejects.toThrow();
});

test.each([
  ['the workers of a cluster', 'cluster', 'worker 1 of this cluster'],
  ['the instances of PM2 in cluster mode', 'pm2-cluster', 'worker 1 of this cluster'],
  ['the instances of PM2 in fork mode', 'pm2-fork', 'of this service'],
])('%s serve their own counts at ports of their own, and say so', async (_what, mode, name) => {
  const port = await getPort({ host: '127.0.0.1' });
  const child = spawn(
    process.execPath,
    ['--conditions=driftline-source', fileURLToPath(new URL('./instances.ts', import.meta.url)), String(port), mode],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const endpoints: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    endpoints.push(line);
    if (endpoints.length === 3) break;
  }
  try {
    expect(new Set(endpoints).size).toBe(3);
    // Each has recorded another number of rows; a shared port would answer for one of them each time.
    for (const _scrape of [1, 2]) {
      const totals = await Promise.all(
        endpoints.map(async (endpoint) => {
          const text = await (await fetch(endpoint)).text();
          return /ml_predictions_total\{[^}]*ml_prediction_class="yes"[^}]*\} (\d+)/.exec(text)?.[1];
        }),
      );
      expect(totals.sort()).toEqual(['1', '2', '3']);
    }
    expect(said).toContain(name);
    expect(said).toContain(`let Prometheus scrape one port for each of them, from ${port} on`);
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
});

test('an instance of PM2 that is alone has the port that it asks for, and nothing to say', async () => {
  const said: string[] = [];
  const port = await getPort({ host: '127.0.0.1' });
  process.env['NODE_APP_INSTANCE'] = '0';
  try {
    const logger = { warn: (sentence: string) => said.push(sentence) };
    const { endpoint, shutdown } = await startDriftline({
      profile: exampleProfile(),
      exporter: 'prometheus',
      port,
      logger,
    });
    expect(endpoint).toBe(`http://127.0.0.1:${port}/metrics`);
    expect(said).toEqual([]);
    await shutdown();
  } finally {
    delete process.env['NODE_APP_INSTANCE'];
  }
});
