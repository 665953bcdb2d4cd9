import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { waitUntil } from '@driftline/local-store/testing';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { InstalledProject, MODEL } from './installed-project.ts';
import { markedBlock } from './marked-block.ts';

const run = promisify(execFile);
const README = new URL('../../README.md', import.meta.url);
const PROFILE = new URL('../../examples/income-service/profile.json', import.meta.url);

/** The README's lines; a project with TypeScript would make Next.js install the compiler. */
const readmeLines = (mark: string): string => stripTypeScriptTypes(markedBlock(README, mark));

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'web', private: true }),
  'next.config.mjs': `export default { output: process.env.OUTPUT, outputFileTracingRoot: import.meta.dirname };`,
  'instrumentation.js': readmeLines('next-instrumentation'),
  'model.js': MODEL.replace('const', 'export const'),
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  'app/page.js': 'export default () => <p>It runs.</p>;',
  'app/predict/route.js': readmeLines('next-route'),
  // A second model, by a monitor that the bundle of a route makes itself.
  'app/second/route.js': `
    import { createMonitor } from '@driftline/otel';
    import profile from '../../profile.json';
    import { model } from '../../model';
    const monitor = createMonitor({ ...profile, model: { name: 'second', version: '1' } });
    const predict = monitor.wrap(model.predict);
    export const POST = async (request) => Response.json(predict(await request.json()));`,
};

let receiver: Receiver;
let project: InstalledProject;
let server: ChildProcess | undefined;

beforeAll(async () => {
  receiver = await startReceiver();
  const packages = ['@opentelemetry/api@1.10.0', 'next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1'];
  project = await InstalledProject.with(packages, receiver);
  for (const folder of ['app/predict', 'app/second']) await mkdir(join(project.folder, folder), { recursive: true });
  for (const [file, content] of Object.entries(FILES)) await writeFile(join(project.folder, file), content);
  await cp(PROFILE, join(project.folder, 'profile.json'));
});

afterEach(() => {
  server?.kill('SIGKILL');
});

afterAll(async () => {
  receiver.close();
  await project.remove();
});

interface Way {
  readonly bundler: '--turbopack' | '--webpack';
  readonly output: '' | 'standalone';
  /** Relative to the project. */
  readonly folder: string;
  readonly command: readonly string[];
}

const NEXT = 'node_modules/next/dist/bin/next';

test.each<Way>([
  { bundler: '--turbopack', output: '', folder: '.', command: [NEXT, 'start'] },
  { bundler: '--webpack', output: 'standalone', folder: '.next/standalone', command: ['server.js'] },
])('next build $bundler, run by $command', async ({ bundler, output, folder, command }) => {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...(output === '' ? {} : { OUTPUT: output }) };
  // Tests run with another NODE_ENV, for which Next.js builds no production.
  const production = { ...env, NODE_ENV: 'production' as const };
  await run(process.execPath, [NEXT, 'build', bundler], { cwd: project.folder, env: production });

  const port = await getPort({ host: '127.0.0.1' });
  const address = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [...command, ...(output === '' ? ['-H', '127.0.0.1'] : [])], {
    cwd: join(project.folder, folder),
    env: {
      ...production,
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
      // Later than the end: what arrives is that of the start and that of the signal.
      OTEL_METRIC_EXPORT_INTERVAL: '3600000',
      NEXT_MANUAL_SIG_HANDLE: 'true',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(server, 'exit');
  await waitUntil(
    'the server',
    () => fetch(address),
    (response) => response.ok,
  );
  const predict = async (path: string, rows: number): Promise<void> => {
    for (let row = 0; row < rows; row++) {
      const body = JSON.stringify({ age: 20 + row, sex: 'Female' });
      const response = await fetch(`${address}/${path}`, { method: 'POST', body });
      expect(await response.json()).toHaveProperty('prediction');
    }
  };
  await predict('predict', 40);
  server.kill('SIGTERM');
  // While it drains.
  await predict('second', 7);
  await ended;
  const { resource, sums, histograms } = readPayload(receiver.received.at(-1));
  expect(resource['service.name']).toBe('web');
  expect(sums['ml.feature.observations']).toBe(94);
  expect(sums['ml.predictions']).toBe(47);
  expect(histograms['ml.prediction.duration']).toEqual({ '': 47 });
});
