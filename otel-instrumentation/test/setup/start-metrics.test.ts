import { waitUntil } from '@driftline/local-store/testing';
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { useLogger } from '../../src/values/log.ts';
import { exampleProfile } from '../example-profile.ts';
import { readPayload, startReceiver, type Received } from '../receiver.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

/** What one service sends at its shutdown, after a first export at zero, under these variables. */
async function sent(variables: Record<string, string>, options: object = {}): Promise<Received> {
  const receiver = await startReceiver();
  Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, ...variables });
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), serviceName: 'in code', ...options });
  monitor.record({ features: { age: 30 } });
  await shutdown();
  receiver.close();
  const last = receiver.received.at(-1);
  if (last === undefined) throw new Error('nothing arrived');
  return last;
}

test('name, attributes and headers come from the standard variables', async () => {
  const received = await sent({
    OTEL_SERVICE_NAME: 'by variable',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test,team=risk',
    OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=acme',
  });
  expect(received.headers['x-tenant']).toBe('acme');
  expect(readPayload(received).resource).toMatchObject({
    'service.name': 'by variable',
    'deployment.environment.name': 'test',
    team: 'risk',
  });
});

test('without variables the name of the service is the one in the code', async () => {
  expect(readPayload(await sent({})).resource['service.name']).toBe('in code');
});

test('the interval comes from the variable', async () => {
  const receiver = await startReceiver();
  Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_METRIC_EXPORT_INTERVAL: '50' });
  const { shutdown } = await startDriftline({ profile: exampleProfile() });
  await waitUntil(
    'two exports',
    () => receiver.received.length,
    (exports) => exports >= 2,
  );
  await shutdown();
  receiver.close();
});

test.each([
  { OTEL_METRIC_EXPORT_INTERVAL: 'soon' },
  { OTEL_METRIC_EXPORT_TIMEOUT: '-1' },
  { OTEL_EXPORTER_OTLP_TIMEOUT: 'never' },
  { OTEL_RESOURCE_ATTRIBUTES: '=,=,%%%' },
])('a variable that makes no sense does not keep the service from starting: %j', async (variables) => {
  expect(readPayload(await sent(variables)).sums['ml.feature.observations']).toBe(1);
});

test('a receiver that is not there does not hurt the service', async () => {
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = 'http://127.0.0.1:1';
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), intervalMs: 1000 });
  expect(() => monitor.record({ features: { age: 30 } })).not.toThrow();
  await expect(shutdown()).resolves.toBeUndefined();
});

test('every series leaves once at zero right after the start, without a request', async () => {
  const receiver = await startReceiver();
  const { shutdown } = await startDriftline({ profile: exampleProfile(), url: `${receiver.endpoint}/v1/metrics` });
  await waitUntil(
    'the first export',
    () => Promise.resolve(receiver.received.length),
    (count) => count === 1,
  );
  const { sums } = readPayload(receiver.received[0]);
  expect(sums).toMatchObject({ 'ml.feature.observations': 0, 'ml.predictions': 0 });
  await shutdown();
  receiver.close();
});

test('flush exports what was counted, for a function that is frozen between its requests', async () => {
  const receiver = await startReceiver();
  const { monitor, flush, shutdown } = await startDriftline({
    profile: exampleProfile(),
    url: `${receiver.endpoint}/v1/metrics`,
  });
  monitor.record({ features: { age: 30 } });
  await flush();
  expect(readPayload(receiver.received.at(-1)).sums['ml.feature.observations']).toBe(1);
  await shutdown();
  receiver.close();
});

describe('exports that do not arrive', () => {
  const warnings: string[] = [];
  const logger = { warn: (sentence: string) => warnings.push(sentence) };

  beforeEach(() => warnings.splice(0));
  afterEach(() => useLogger(undefined));

  test('are said once, with address, status and time, and again when they arrive', async () => {
    let status = 404;
    const receiver = await startReceiver(() => status);
    const url = `${receiver.endpoint.replace('//', '//user:secret@')}/wrong?token=secret`;
    const { exports, flush, shutdown } = await startDriftline({ profile: exampleProfile(), url, logger });
    await flush();
    await flush();
    expect(warnings).toEqual([
      expect.stringMatching(
        /^driftline: exports to http:\/\/127\.0\.0\.1:\d+\/wrong fail since \d{4}-.*Z \(status 404.*\): check the address/,
      ),
    ]);
    expect(exports?.failure).toContain('status 404');
    status = 200;
    await flush();
    expect(exports?.failure).toBeUndefined();
    expect(warnings.slice(1)).toEqual([expect.stringContaining('arrive again; no count was lost')]);
    await shutdown();
    receiver.close();
    expect(warnings.join()).not.toContain('secret');
  });
});
