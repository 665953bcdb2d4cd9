import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { InstalledProject, MODEL, ROOT_README, TRAFFIC, WITH_PROVIDER } from './installed-project.ts';
import { markedBlock } from './marked-block.ts';

const MODEL_FILE = fileURLToPath(new URL('../instrumentation/adult.onnx', import.meta.url));

describe('the published package', () => {
  let receiver: Receiver;
  let project: InstalledProject;

  beforeAll(async () => {
    receiver = await startReceiver();
    const packages = ['api', 'sdk-metrics', 'exporter-metrics-otlp-http'].map((name) => `@opentelemetry/${name}`);
    project = await InstalledProject.with([...packages, '@duckdb/node-api'], receiver);
  });

  afterAll(async () => {
    receiver.close();
    await project.remove();
  });

  test('the README builds a profile', async () => {
    expect(await project.buildProfile()).toContain('profile.json: 14 features of 2000 rows.');
  });

  test("the README's lines record in a service without OpenTelemetry", async () => {
    const block = markedBlock(ROOT_README, 'service');
    expect(block.trim().split('\n').length).toBeLessThan(15);
    await project.run('service.js', MODEL + block + TRAFFIC);
    const { resource, sums } = readPayload(receiver.received.at(-1));
    expect(resource['service.name']).toBe('income-service');
    expect(sums).toMatchObject({ 'ml.predictions': 40, 'ml.group.predictions': 40 });
  });

  test("the package README's lines record in a service with a MeterProvider", async () => {
    const before = receiver.received.length;
    await project.run('provider.js', WITH_PROVIDER);
    expect(receiver.received.length).toBe(before + 1);
    const { sums } = readPayload(receiver.received.at(-1));
    expect(sums).toMatchObject({ 'ml.predictions': 40 });
    expect(sums['ml.feature.observations']).toBeGreaterThan(0);
  });

  test('what its CommonJS copy records, its ES module exports', async () => {
    await project.run(
      'both.js',
      `import { createRequire } from 'node:module';
       import { defaultProducer } from '@driftline/otel';
       const { createMonitor } = createRequire(import.meta.url)('@driftline/otel');
       createMonitor('profile.json').record({ features: { age: 30 } });
       const { resourceMetrics } = await defaultProducer.collect();
       const names = resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics.map(({ descriptor }) => descriptor.name));
       for (const name of ['ml.feature.observations', 'ml.feature.value', 'ml.feature.min']) {
         if (!names.includes(name)) throw new Error(name + ' is not exported.');
       }`,
    );
  });

  test('CommonJS services can require it', async () => {
    await project.run(
      'service.cjs',
      `const { startDriftline } = require('@driftline/otel');
       const { OnnxRuntimeInstrumentation } = require('@driftline/otel/instrumentation');
       if (typeof startDriftline !== 'function' || new OnnxRuntimeInstrumentation().isEnabled() !== true) process.exit(1);`,
    );
  });
});

test('a service on OpenTelemetry SDK 2 keeps it: metrics, spans and calls of a library', async () => {
  const receiver = await startReceiver();
  const project = await InstalledProject.with(
    [
      '@opentelemetry/api@1.9.0',
      '@opentelemetry/sdk-metrics@2.11.0',
      '@opentelemetry/sdk-trace-base@2.11.0',
      '@opentelemetry/instrumentation@0.222.0',
      '@opentelemetry/exporter-metrics-otlp-http@0.222.0',
      '@duckdb/node-api',
    ],
    receiver,
  );
  await project.buildProfile();
  const libraries = `
    import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
    import { ModelSpanProcessor } from '@driftline/otel';
    import { OnnxRuntimeInstrumentation } from '@driftline/otel/instrumentation';
    import ort from ${JSON.stringify(createRequire(import.meta.url).resolve('onnxruntime-node'))};

    const processor = new ModelSpanProcessor({ monitors: [monitor] });
    const tracer = new BasicTracerProvider({ spanProcessors: [processor] }).getTracer('service');
    const attributes = { 'ml.model.name': 'income', 'ml.feature.value.age': 30, 'ml.prediction': '>50K' };
    for (let i = 0; i < 10; i++) tracer.startSpan('predict', { attributes }).end();

    const batch = (feeds, { probability }) => ({ predictions: [...probability.data].map((p) => (p > 0.5 ? '>50K' : '<=50K')) });
    new OnnxRuntimeInstrumentation({ mappings: [{ monitor, batch }] }).patch(ort);
    const session = await ort.InferenceSession.create(${JSON.stringify(MODEL_FILE)});
    await session.run({ x: new ort.Tensor('float32', new Float32Array(5 * 42), [5, 42]) });
  `;
  await project.run('provider.js', WITH_PROVIDER.replace('await meterProvider', `${libraries}\nawait meterProvider`));
  const { sums, histograms } = readPayload(receiver.received.at(-1));
  expect(sums).toMatchObject({ 'ml.predictions': 40 + 10 + 5 });
  expect(histograms['ml.prediction.duration']).toEqual({ '': 40 + 10 + 1 });
  receiver.close();
  await project.remove();
});
