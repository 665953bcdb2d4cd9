import fs from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diag, metrics } from '@opentelemetry/api';
import getPort from 'get-port';
import { createMonitor, removeMonitor } from '../../src/models/create-monitor.ts';
import { defaultRegistry } from '../../src/models/model-registry.ts';
import { startDriftline, type StartOptions } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';
import { startReceiver } from '../receiver.ts';

const freePort = (): Promise<number> => getPort({ host: '127.0.0.1' });

test.each([
  ['otlp-http', 'application/json'],
  ['otlp-protobuf', 'application/x-protobuf'],
] as const)('%s: what was recorded arrives when the service shuts down', async (exporter, type) => {
  const { endpoint, received, close } = await startReceiver();
  const url = `${endpoint}/v1/metrics`;
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), serviceName: 'test', exporter, url });
  monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.01 });
  await shutdown();
  close();
  expect(received.at(-1)?.headers['content-type']).toContain(type);
  const text = received.at(-1)?.body.toString('latin1') ?? '';
  for (const name of ['ml.feature.observations', 'ml.predictions', 'ml.prediction.duration', 'service.instance.id']) {
    expect(text).toContain(name);
  }
});

test('the endpoint for Prometheus holds features and predictions of one process', async () => {
  const port = await freePort();
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port });
  monitor.record({ features: { age: 30 }, prediction: 'yes', groups: { sex: 'Male' }, durationSeconds: 0.01 });
  const scrape = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await shutdown();
  expect(scrape).toMatch(/ml_feature_observations_total\{[^}]*ml_feature_bin="\(25, 35\]"[^}]*\} 1/);
  expect(scrape).toMatch(/ml_predictions_total\{[^}]*ml_prediction_class="yes"[^}]*\} 1/);
  expect(scrape).toContain('service_instance_id');
  expect(scrape).not.toMatch(/(NaN|Inf)\n/);
});

describe('what a start leaves in the process', () => {
  let folder: string;
  let profile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driftline-start-'));
    profile = join(folder, 'profile.json');
    await writeFile(profile, JSON.stringify(exampleProfile()));
  });

  afterAll(() => rm(folder, { recursive: true }));
  afterEach(() => jest.restoreAllMocks());

  /** Everything outside itself that a start may touch. */
  function traces() {
    const watchFile = jest.spyOn(fs, 'watchFile');
    const unwatchFile = jest.spyOn(fs, 'unwatchFile');
    const intervals = jest.spyOn(globalThis, 'setInterval');
    const cleared = jest.spyOn(globalThis, 'clearInterval');
    const before = metrics.getMeterProvider();
    const listeners = () =>
      (['SIGTERM', 'SIGINT', 'beforeExit'] as const).map((event) => process.listenerCount(event as 'SIGTERM'));
    const listenersBefore = listeners();
    return () => ({
      listeners: listeners().map((count, i) => count - (listenersBefore[i] as number)),
      watchedFiles: watchFile.mock.calls.length - unwatchFile.mock.calls.length,
      timers: intervals.mock.calls.length - cleared.mock.calls.length,
      globalProvider: metrics.getMeterProvider() === before ? 'as before' : 'another',
      models: defaultRegistry.monitors.length,
    });
  }

  const NOTHING = { listeners: [0, 0, 0], watchedFiles: 0, timers: 0, globalProvider: 'as before', models: 0 };

  const FAILURES: [string, object, RegExp][] = [
    ['a profile that is not there', { profile: 'none.json' }, /none\.json cannot be read/],
    ['a profile that is wrong', { profile: { model: 1 } }, /profile/],
    ['a limit that makes no sense', { outlierLimit: -1 }, /outlierLimit is -1/],
    ['an attribute that is reserved', { attributes: { job: 'x' } }, /The attribute job is reserved/],
    [
      'an unknown exporter',
      { exporter: 'grpc' },
      /The exporter is grpc: choose otlp-http, otlp-protobuf or prometheus/,
    ],
    ['an interval that makes no sense', { exporter: 'otlp-http', intervalMs: -5 }, /intervalMs is -5/],
    ['a URL that is none', { exporter: 'otlp-http', url: 'nowhere' }, /nowhere/],
    ['a port that does not exist', { port: 70_000 }, /cannot listen on 127\.0\.0\.1:70000/],
  ];

  test.each(FAILURES)('nothing, when it fails for %s; a right one works then', async (_what, wrong, message) => {
    const left = traces();
    const port = await freePort();
    const right = { profile, exporter: 'prometheus', port, watch: true } as const;
    await expect(startDriftline({ ...right, ...wrong } as StartOptions)).rejects.toThrow(message);
    expect(left()).toEqual(NOTHING);

    const { monitor, shutdown } = await startDriftline(right);
    monitor.record({ features: { age: 30 } });
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('ml_feature_observations_total');
    expect(left()).toMatchObject({ listeners: [1, 1, 1], watchedFiles: 1, globalProvider: 'another' });
    await shutdown();
    expect(left()).toEqual(NOTHING);
  });

  test('nothing, when the port is taken, and the sentence says what to do; a right one works then', async () => {
    const left = traces();
    const taken = await startReceiver();
    const options = { profile, exporter: 'prometheus', port: taken.port, watch: true } as const;
    await expect(startDriftline(options)).rejects.toThrow(
      /cannot listen on 127\.0\.0\.1:\d+ \(.*EADDRINUSE.*\): set the option port to a free one/,
    );
    expect(left()).toEqual(NOTHING);
    taken.close();
    const { shutdown } = await startDriftline({ ...options, port: await freePort() });
    await shutdown();
    expect(left()).toEqual(NOTHING);
  });

  test('a provider that the service has stays the global one, and is named in a warning', async () => {
    const receiver = await startReceiver();
    const service = { getMeter: jest.fn() };
    metrics.setGlobalMeterProvider(service);
    const warn = jest.spyOn(diag, 'warn').mockImplementation();
    const { shutdown } = await startDriftline({ profile, url: receiver.endpoint });
    expect(warn.mock.calls).toEqual([[expect.stringContaining('this process already has a MeterProvider')]]);
    await shutdown();
    expect(metrics.getMeterProvider()).toBe(service);
    expect(service.getMeter).not.toHaveBeenCalled();
    metrics.disable();
    receiver.close();
  });
});

describe('several models', () => {
  const model = (name: string) => ({ ...exampleProfile(), model: { name, version: '1' } });

  /** Names of the models whose features are served. */
  async function served(text: Promise<string>): Promise<string[]> {
    const names = (await text).matchAll(/^ml_feature_observations_total\{.*?ml_model_name="([^"]+)"/gm);
    return [...new Set([...names].map(([, name = '']) => name))].sort();
  }

  test('profiles, models that are added later, and monitors that createMonitor makes all have their features', async () => {
    const profiles = [model('first'), model('second')];
    const driftline = await startDriftline({ profiles, exporter: 'prometheus', port: false });
    expect(driftline.monitors.map(({ profile }) => profile.model.name)).toEqual(['first', 'second']);
    expect(driftline.monitor).toBe(driftline.monitors[0]);
    driftline.addModel(model('third'));
    const fourth = createMonitor(model('fourth'));
    expect(await served(driftline.metrics())).toEqual(['first', 'fourth', 'second', 'third']);
    removeMonitor(fourth);
    await driftline.shutdown();
    expect(defaultRegistry.monitors).toEqual([]);
  });

  test('a second start at the same time exports its own models only, and no model twice', async () => {
    const options = { exporter: 'prometheus', port: false } as const;
    const first = await startDriftline({ profile: model('first'), ...options });
    const second = await startDriftline({ profile: model('second'), ...options });
    expect(await served(first.metrics())).toEqual(['first']);
    expect(await served(second.metrics())).toEqual(['second']);
    await Promise.all([first.shutdown(), second.shutdown()]);
  });

  test('no profile at all is refused', async () => {
    await expect(startDriftline({ profiles: [] })).rejects.toThrow('profiles is empty: name the profile');
  });
});
