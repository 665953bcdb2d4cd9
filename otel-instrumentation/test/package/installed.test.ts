import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { markedBlock } from './marked-block.ts';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const ROOT_README = new URL('../../../README.md', import.meta.url);
const README = new URL('../../README.md', import.meta.url);
const TRAINING_DATA = new URL('../../examples/income-service/data/adult.csv.gz', import.meta.url);

const MODEL_FILE = fileURLToPath(new URL('../instrumentation/adult.onnx', import.meta.url));

/** What stands around the README's lines in a service that has a model. */
const MODEL = "const model = { predict: (person) => ({ prediction: person.age > 40 ? '>50K' : '<=50K' }) };\n";
const TRAFFIC = "for (let age = 20; age < 60; age++) predict({ age, sex: 'Female' });\n";

/** Folders in which the package is installed as npm would publish it, and nothing else of ours is. */
class Project {
  readonly folder: string;
  readonly #endpoint: string;

  private constructor(folder: string, endpoint: string) {
    this.folder = folder;
    this.#endpoint = endpoint;
  }

  /** @param packages - beside our own, which comes last, as it does for a service that has them already */
  static async with(packages: readonly string[], { endpoint }: Receiver): Promise<Project> {
    const folder = await mkdtemp(join(tmpdir(), 'driftline-package-'));
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const { stdout } = await run('npm', pack, { cwd: PACKAGE });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'service', type: 'module', private: true }));
    const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', [...install, ...packages], { cwd: folder });
    await run('npm', [...install, `./${filename}`], { cwd: folder });
    const rows = gunzipSync(await readFile(TRAINING_DATA))
      .toString()
      .split('\n')
      .slice(0, 2001);
    await writeFile(join(folder, 'train.csv'), rows.join('\n'));
    return new Project(folder, endpoint);
  }

  async run(file: string, content: string): Promise<void> {
    await writeFile(join(this.folder, file), content);
    const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: this.#endpoint };
    await run(process.execPath, [file], { cwd: this.folder, env });
  }

  async buildProfile(): Promise<string> {
    const lines = markedBlock(ROOT_README, 'profile').split('\n');
    const line = lines.find((each) => each.startsWith('npx driftline'));
    const { stdout } = await run('sh', ['-c', line ?? 'false'], { cwd: this.folder });
    return stdout;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

const WITH_PROVIDER = `${MODEL}${markedBlock(README, 'meter-provider')}
const predict = monitor.wrap((person) => model.predict(person));
${TRAFFIC}await meterProvider.shutdown();
`;

describe('the published package', () => {
  let receiver: Receiver;
  let project: Project;

  beforeAll(async () => {
    receiver = await startReceiver();
    const packages = ['api', 'sdk-metrics', 'exporter-metrics-otlp-http'].map((name) => `@opentelemetry/${name}`);
    project = await Project.with([...packages, '@duckdb/node-api'], receiver);
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
  const project = await Project.with(
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
