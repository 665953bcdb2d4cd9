import { readFileSync } from 'node:fs';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { BundleFolder, RECORDED, WORKER_IMPORT, writeService } from './bundled-service.ts';
import { InstalledProject } from './installed-project.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The options that the README asks for, as it writes them. */
const ESBUILD_EXTERNAL = `external: ['onnxruntime-node']`;
const ESBUILD_BANNER = `banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" }`;
const WEBPACK_EXTERNALS = `externals: { 'onnxruntime-node': 'node-commonjs onnxruntime-node' }`;
const WEBPACK_WARNINGS = `ignoreWarnings: [{ module: /require-in-the-middle/ }]`;

let receiver: Receiver;
let project: InstalledProject;
let bundles: BundleFolder;

beforeAll(async () => {
  receiver = await startReceiver();
  project = await InstalledProject.with(['@opentelemetry/api@1.10.0', 'esbuild@0.28.2', 'webpack@5.113.0'], receiver);
});

afterAll(async () => {
  receiver.close();
  await project.remove();
});

beforeEach(async () => {
  bundles = await BundleFolder.create();
});

afterEach(() => bundles.remove());

test.each([ESBUILD_EXTERNAL, ESBUILD_BANNER, WEBPACK_EXTERNALS, WEBPACK_WARNINGS, WORKER_IMPORT])(
  'the README says %s',
  (option) => {
    expect(README).toContain(option);
  },
);

describe.each([
  ['CommonJS', 'cjs', ESBUILD_EXTERNAL],
  ['an ES module', 'mjs', `${ESBUILD_EXTERNAL}, ${ESBUILD_BANNER}`],
])('esbuild to %s', (_name, extension, options) => {
  test('counts every row, also that of a worker thread', async () => {
    await writeService(project, `'./worker.${extension}'`);
    await project.run(
      'bundle.js',
      `import { build } from 'esbuild';
       const { warnings } = await build({
         entryPoints: ['service.js', 'worker.js'],
         outdir: ${JSON.stringify(bundles.path)},
         outExtension: { '.js': '.${extension}' },
         format: '${extension === 'cjs' ? 'cjs' : 'esm'}',
         bundle: true,
         minify: true,
         platform: 'node',
         logLevel: 'silent',
         ${options},
       });
       if (warnings.length > 0) throw new Error(JSON.stringify(warnings));`,
    );
    await everyRowLeaves(`service.${extension}`);
  });
});

describe.each([
  ['CommonJS', 'cjs'],
  ['an ES module', 'mjs'],
])('webpack to %s', (_name, extension) => {
  test('counts every row, also that of a worker thread', async () => {
    const isModule = extension === 'mjs';
    await writeService(project, "new URL('./worker.js', import.meta.url)");
    await project.run(
      'bundle.js',
      `import webpack from 'webpack';
       const stats = await new Promise((resolve, reject) => webpack({
         mode: 'production',
         target: 'node22',
         entry: './service.js',
         output: { path: ${JSON.stringify(bundles.path)}, filename: '[name].${extension}', module: ${isModule} },
         experiments: { outputModule: ${isModule} },
         // Half of the time, and an error of a bundle could not be read; what minifying does, esbuild shows.
         optimization: { minimize: false },
         ${WEBPACK_EXTERNALS},
         ${WEBPACK_WARNINGS},
       }).run((error, stats) => (error ? reject(error) : resolve(stats))));
       if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());`,
    );
    await everyRowLeaves(`main.${extension}`);
  });
});

/** Runs a bundle once with each exporter: all are loaded when they are needed. */
async function everyRowLeaves(bundle: string): Promise<void> {
  const { rows, calls, features } = RECORDED;
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint };

  const page = await bundles.run(bundle, { ...environment, EXPORTER: 'prometheus' });
  expect(sumIn(page, 'ml_predictions_total')).toBe(rows);
  expect(sumIn(page, 'ml_feature_observations_total')).toBe(features);
  expect(sumIn(page, 'ml_prediction_duration_count')).toBe(calls);

  await bundles.run(bundle, { ...environment, EXPORTER: 'otlp-http' });
  const { resource, sums, histograms } = readPayload(receiver.received.at(-1));
  expect(resource['service.name']).toBe('bundled');
  expect(sums).toMatchObject({ 'ml.predictions': rows, 'ml.feature.observations': features });
  expect(histograms['ml.prediction.duration']).toEqual({ '': calls });

  const before = receiver.received.length;
  await bundles.run(bundle, { ...environment, EXPORTER: 'otlp-protobuf' });
  expect(receiver.received.length).toBeGreaterThan(before);
  expect(receiver.received.at(-1)?.headers['content-type']).toBe('application/x-protobuf');
}

/** The sum over the series of a metric in Prometheus' text format. */
function sumIn(page: string, metric: string): number {
  const lines = page.split('\n').filter((line) => line.startsWith(`${metric}{`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
