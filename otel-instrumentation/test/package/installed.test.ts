import { execFile } from 'node:child_process';
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

/** What stands around the README's lines in a service that has a model. */
const MODEL = "const model = { predict: (person) => ({ prediction: person.age > 40 ? '>50K' : '<=50K' }) };\n";
const TRAFFIC = "for (let age = 20; age < 60; age++) predict({ age, sex: 'Female' });\n";

/** The package as npm would publish it, installed where nothing else is. */
describe('the published package', () => {
  let folder: string;
  let receiver: Receiver;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driftline-package-'));
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: PACKAGE,
    });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'service', type: 'module', private: true }));
    const packages = [
      filename,
      '@opentelemetry/api',
      '@duckdb/node-api',
      '@opentelemetry/sdk-metrics',
      '@opentelemetry/exporter-metrics-otlp-http',
    ];
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd: folder,
    });
    const rows = gunzipSync(await readFile(TRAINING_DATA))
      .toString()
      .split('\n')
      .slice(0, 2001);
    await writeFile(join(folder, 'train.csv'), rows.join('\n'));
    receiver = await startReceiver();
  });

  afterAll(async () => {
    receiver.close();
    await rm(folder, { recursive: true, force: true });
  });

  const node = async (file: string, content: string): Promise<void> => {
    await writeFile(join(folder, file), content);
    const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint };
    await run(process.execPath, [file], { cwd: folder, env });
  };

  test('the README builds a profile', async () => {
    const line = markedBlock(ROOT_README, 'profile')
      .split('\n')
      .find((each) => each.startsWith('npx driftline'));
    const { stdout } = await run('sh', ['-c', line ?? 'false'], { cwd: folder });
    expect(stdout).toContain('profile.json');
    const profile = JSON.parse(await readFile(join(folder, 'profile.json'), 'utf8')) as { rows: number };
    expect(profile.rows).toBe(2000);
  });

  test("the README's lines record in a service without OpenTelemetry", async () => {
    const block = markedBlock(ROOT_README, 'service');
    expect(block.trim().split('\n').length).toBeLessThan(15);
    await node('service.js', MODEL + block + TRAFFIC);
    const { resource, sums } = readPayload(receiver.received.at(-1));
    expect(resource['service.name']).toBe('income-service');
    expect(sums).toMatchObject({ 'ml.predictions': 40, 'ml.group.predictions': 40 });
  });

  test("the package README's lines record in a service with a MeterProvider", async () => {
    const before = receiver.received.length;
    const block = markedBlock(README, 'meter-provider');
    await node(
      'provider.js',
      `${MODEL}${block}const predict = monitor.wrap((person) => model.predict(person));\n${TRAFFIC}await meterProvider.shutdown();\n`,
    );
    expect(receiver.received.length).toBe(before + 1);
    const { sums } = readPayload(receiver.received.at(-1));
    expect(sums).toMatchObject({ 'ml.predictions': 40 });
    expect(sums['ml.feature.observations']).toBeGreaterThan(0);
  });

  test('CommonJS services can require it', async () => {
    await node(
      'service.cjs',
      "if (typeof require('@driftline/otel').startDriftline !== 'function') process.exit(1);\n",
    );
  });
});
