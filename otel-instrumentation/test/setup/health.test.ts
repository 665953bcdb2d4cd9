import getPort from 'get-port';
import { startDriftline } from '../../src/setup/start-driftline.ts';
import type { Health } from '../../src/setup/health.ts';
import { exampleProfile } from '../example-profile.ts';
import { startReceiver } from '../receiver.ts';

const logger = { warn: () => undefined };

test('an endpoint for Prometheus answers /health: what never arrives and what nobody knows are sentences', async () => {
  const port = await getPort({ host: '127.0.0.1' });
  const { monitor, shutdown } = await startDriftline({
    profile: exampleProfile(),
    exporter: 'prometheus',
    port,
    logger,
  });
  const ask = () => fetch(`http://127.0.0.1:${port}/health`);
  const { name, version } = exampleProfile().model;
  const first = await ask();
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(await first.json()).toEqual({ status: 'ok', models: [{ name, version, rows: 0, problems: [] }] });

  for (let i = 0; i < 250; i++) monitor.record({ features: { Age: 30, work: 'State', sex: 'Male' } });
  const later = await ask();
  const health = (await later.json()) as Health;
  await shutdown();
  expect(later.status).toBe(200);
  expect(health).toMatchObject({ status: 'problems', models: [{ rows: 250 }] });
  expect(health.models[0]?.problems).toContainEqual(expect.stringContaining('rows hold "Age", but the profile'));
});

test('a receiver that answers on another path is named, with its status and since when', async () => {
  const { endpoint, close } = await startReceiver(404);
  const { health, flush, shutdown } = await startDriftline({
    profile: exampleProfile(),
    url: `${endpoint}/v1/metric`,
    logger,
  });
  await flush();
  const { status, exports } = health();
  await shutdown();
  close();
  expect(status).toBe('problems');
  expect(exports).toMatchObject({ receiver: `${endpoint}/v1/metric`, arrived: 0 });
  expect(exports?.problems).toEqual([
    expect.stringMatching(
      /^exports to http:\/\/127\.0\.0\.1:\d+\/v1\/metric fail since \d{4}-\d\d-\d\dT.* \(status 404/,
    ),
  ]);
});

test('exports that arrive are counted, and models that are added are among them', async () => {
  const { endpoint, close } = await startReceiver();
  const driftline = await startDriftline({ profile: exampleProfile(), url: `${endpoint}/v1/metrics`, logger });
  driftline.addModel(exampleProfile('second'));
  await driftline.flush();
  const health = driftline.health();
  await driftline.shutdown();
  close();
  expect(health.status).toBe('ok');
  expect(health.exports?.arrived).toBeGreaterThan(0);
  expect(health.models.map(({ name }) => name)).toEqual([exampleProfile().model.name, 'second']);
});
