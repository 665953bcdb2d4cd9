import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { InstalledProject, MODEL, TRAFFIC } from './installed-project.ts';

/** A service that knows nothing of metric readers: it only makes a monitor. */
const SERVICE = `
import { createMonitor } from '@driftline/otel';
${MODEL}
const monitor = createMonitor('profile.json');
const predict = monitor.wrap((person) => model.predict(person));
${TRAFFIC}`;

let receiver: Receiver;
let project: InstalledProject | undefined;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  receiver.close();
  await project?.remove();
  project = undefined;
});

async function serviceWith(packages: readonly string[]): Promise<InstalledProject> {
  project = await InstalledProject.with([...packages, '@duckdb/node-api'], receiver);
  await project.buildProfile();
  return project;
}

/** The last payload with metrics; traces go to the same receiver. */
function lastMetrics() {
  const payloads = receiver.received.filter(({ body }) => body.toString().includes('resourceMetrics'));
  return readPayload(payloads.at(-1));
}

test('a MeterProvider of SDK 1, whose reader was made without Driftline', async () => {
  const service = await serviceWith([
    '@opentelemetry/api@1.9.0',
    '@opentelemetry/sdk-metrics@1.30.1',
    '@opentelemetry/exporter-metrics-otlp-http@0.57.2',
  ]);
  await service.run(
    'service.js',
    `import { metrics } from '@opentelemetry/api';
     import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
     import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
     const meterProvider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() })] });
     metrics.setGlobalMeterProvider(meterProvider);
     ${SERVICE}
     await meterProvider.shutdown();`,
  );
  const { sums, histograms } = lastMetrics();
  expect(sums).toMatchObject({ 'ml.predictions': 40, 'ml.group.predictions': 40, 'ml.prediction.observations': 40 });
  expect(sums['ml.feature.observations']).toBe(80);
  expect(histograms).toHaveProperty(['ml.feature.value']);
});

test('the NodeSDK with metrics and traces, started after the monitor', async () => {
  const service = await serviceWith([
    '@opentelemetry/api',
    '@opentelemetry/sdk-node',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/exporter-metrics-otlp-http',
  ]);
  await service.run(
    'service.js',
    `${SERVICE}
     const { NodeSDK } = await import('@opentelemetry/sdk-node');
     const { PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
     const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
     const reader = new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
     const sdk = new NodeSDK({ metricReaders: [reader], instrumentations: [] });
     sdk.start();
     await new Promise((resolve) => setTimeout(resolve, 1000));
     for (let age = 20; age < 60; age++) predict({ age, sex: 'Female' });
     await sdk.shutdown();`,
  );
  const { sums } = lastMetrics();
  expect(sums).toMatchObject({ 'ml.predictions': 80, 'ml.feature.observations': 160 });
});

test('--import of the official auto-instrumentations', async () => {
  const service = await serviceWith(['@opentelemetry/api', '@opentelemetry/auto-instrumentations-node']);
  await service.run(
    'service.js',
    `${SERVICE}
     process.kill(process.pid, 'SIGTERM');
     setTimeout(() => undefined, 5000);`,
    {
      arguments: ['--import', '@opentelemetry/auto-instrumentations-node/register'],
      environment: {
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_METRICS_EXPORTER: 'otlp',
        OTEL_LOGS_EXPORTER: 'none',
        OTEL_NODE_RESOURCE_DETECTORS: 'none',
      },
    },
  );
  const { sums } = lastMetrics();
  expect(sums).toMatchObject({ 'ml.predictions': 40, 'ml.feature.observations': 80 });
});

test('workers of piscina are exported by the main thread, also those that the pool terminates', async () => {
  const service = await serviceWith(['@opentelemetry/api', 'piscina']);
  await writeFile(
    join(service.folder, 'worker.js'),
    `import { createMonitor } from '@driftline/otel';
     ${MODEL}
     const predict = createMonitor('profile.json').wrap((person) => model.predict(person));
     export default (hung) => {
       ${TRAFFIC}
       if (hung === undefined) return;
       Atomics.store(hung, 0, 1);
       Atomics.notify(hung, 0);
       for (;;);
     };`,
  );
  await service.run(
    'service.js',
    `import { Piscina } from 'piscina';
     import { startDriftline } from '@driftline/otel';
     const { shutdown } = await startDriftline({ profile: 'profile.json', intervalMs: 3600000 });
     const pool = new Piscina({ filename: new URL('./worker.js', import.meta.url).href, minThreads: 3, maxThreads: 3 });
     await Promise.all(Array.from({ length: 10 }, () => pool.run()));
     const abort = new AbortController();
     const hung = new Int32Array(new SharedArrayBuffer(4));
     const hanging = pool.run(hung, { signal: abort.signal });
     await Atomics.waitAsync(hung, 0, 0).value;
     abort.abort();
     await hanging.catch(() => undefined);
     await pool.destroy();
     await shutdown();`,
  );
  const { sums, histograms } = lastMetrics();
  expect(sums).toMatchObject({ 'ml.predictions': 440, 'ml.feature.observations': 880 });
  expect(histograms['ml.prediction.duration']).toEqual({ '': 440 });
});
