import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MODEL, TRAFFIC, type InstalledProject } from './installed-project.ts';

const run = promisify(execFile);
const PROFILE = new URL('../../examples/income-service/profile.json', import.meta.url);
const MODEL_FILE = fileURLToPath(new URL('../instrumentation/adult.onnx', import.meta.url));
const ONNX_RUNTIME = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));

/** What {@link serviceWith} records: 40 rows in its main thread, 40 in its worker, and a batch of 5 by ONNX Runtime. */
export const RECORDED = { rows: 85, calls: 81, features: 160 };

/** webpack knows this import, and none with the prefix. */
export const WORKER_IMPORT = "import { Worker } from 'worker_threads'";

/** A worker thread that counts. */
const WORKER = `
import { createMonitor } from '@driftline/otel';
import profile from './profile.json';
${MODEL}
const predict = createMonitor(profile).wrap((person) => model.predict(person));
${TRAFFIC}`;

/**
 * A service with a worker thread and an instrumented library. It exports as `EXPORTER` says, and prints what a scrape
 * gets where there is an endpoint.
 *
 * @param worker - an expression for the file of the worker
 */
function serviceWith(worker: string): string {
  return `
import { once } from 'node:events';
${WORKER_IMPORT};
import { startDriftline } from '@driftline/otel';
import { OnnxRuntimeInstrumentation } from '@driftline/otel/instrumentation';
import * as ort from 'onnxruntime-node';
import profile from './profile.json';
${MODEL}
async function main() {
  const exporter = process.env.EXPORTER;
  const options = exporter === 'prometheus' ? { exporter, port: 0 } : { exporter, intervalMs: 3600000 };
  const { monitor, endpoint, shutdown } = await startDriftline({ profile, serviceName: 'bundled', ...options });
  const predict = monitor.wrap((person) => model.predict(person));
  ${TRAFFIC}
  await once(new Worker(${worker}), 'exit');

  const batch = (feeds, { probability }) => ({ predictions: [...probability.data].map(() => '<=50K') });
  new OnnxRuntimeInstrumentation({ mappings: [{ monitor, batch }] }).patch(ort);
  const session = await ort.InferenceSession.create(${JSON.stringify(MODEL_FILE)});
  await session.run({ x: new ort.Tensor('float32', new Float32Array(5 * 42), [5, 42]) });

  if (endpoint !== undefined) console.log(await (await fetch(endpoint)).text());
  await shutdown();
}
main();
`;
}

/** Gives a project the sources of the service. */
export async function writeService(project: InstalledProject, worker: string): Promise<void> {
  await cp(PROFILE, join(project.folder, 'profile.json'));
  await writeFile(join(project.folder, 'service.js'), serviceWith(worker));
  await writeFile(join(project.folder, 'worker.js'), WORKER);
}

/** A folder that has bundles, and of all packages only the one that is external: what else they need fails. */
export class BundleFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<BundleFolder> {
    const path = await mkdtemp(join(tmpdir(), 'driftline-bundle-'));
    await mkdir(join(path, 'node_modules'));
    await symlink(ONNX_RUNTIME, join(path, 'node_modules/onnxruntime-node'), 'dir');
    return new BundleFolder(path);
  }

  /** Runs a bundle, and returns what it prints. */
  async run(file: string, environment: Readonly<Record<string, string>>): Promise<string> {
    const { stdout } = await run(process.execPath, [file], { cwd: this.path, env: { ...process.env, ...environment } });
    return stdout;
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
