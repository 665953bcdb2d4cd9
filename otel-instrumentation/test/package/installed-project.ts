import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Receiver } from '../receiver.ts';
import { markedBlock } from './marked-block.ts';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
export const ROOT_README = new URL('../../../README.md', import.meta.url);
const README = new URL('../../README.md', import.meta.url);
const TRAINING_DATA = new URL('../../examples/income-service/data/adult.csv.gz', import.meta.url);

/** What a service has before the README's lines: a model. */
export const MODEL = "const model = { predict: (person) => ({ prediction: person.age > 40 ? '>50K' : '<=50K' }) };\n";

/** What it has after them: 40 predictions. */
export const TRAFFIC = "for (let age = 20; age < 60; age++) predict({ age, sex: 'Female' });\n";

interface RunOptions {
  /** Another Node. */
  readonly node?: string;
  /** Arguments for Node before the file. */
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A folder in which the package is installed as npm would publish it, and nothing else of ours is. */
export class InstalledProject {
  readonly folder: string;
  readonly #endpoint: string;

  private constructor(folder: string, endpoint: string) {
    this.folder = folder;
    this.#endpoint = endpoint;
  }

  /** @param packages - installed before ours, as in a service that has them already */
  static async with(packages: readonly string[], { endpoint }: Receiver): Promise<InstalledProject> {
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
    return new InstalledProject(folder, endpoint);
  }

  /** Runs a file of the project with this Node, or as the options say. */
  async run(file: string, content: string, options: RunOptions = {}): Promise<void> {
    await writeFile(join(this.folder, file), content);
    const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: this.#endpoint, ...options.environment };
    const { node = process.execPath } = options;
    await run(node, [...(options.arguments ?? []), file], { cwd: this.folder, env });
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

/** A service with a MeterProvider of its own, as the README of the package writes it. */
export const WITH_PROVIDER = `${MODEL}${markedBlock(README, 'meter-provider')}
const predict = monitor.wrap((person) => model.predict(person));
${TRAFFIC}await meterProvider.shutdown();
`;
