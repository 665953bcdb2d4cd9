import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runInBackEnd } from './run-in-back-end.ts';

const DIST = fileURLToPath(new URL('../../dist/datasource', import.meta.url));

/** The built program of this machine. */
const PROGRAM = join(DIST, `gpx_driftline_${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`);

/** The back end as Grafana runs it: another process, spoken to by the plugin protocol. */
export interface RunningBackEnd {
  /** Where it is served at Grafana's addresses, as the data source `driftline`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds what stands in for Grafana, and keeps it for all tests of a file. */
export async function buildHost(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-host-'));
  const path = join(folder, 'testhost');
  await runInBackEnd('go', 'build', '-o', path, './testhost');
  return { path, remove: () => rm(folder, { recursive: true }) };
}

/**
 * Starts the back end.
 *
 * @param store - base of the store's HTTP API
 * @param settings - `jsonData` of the data source
 */
export async function startBackEnd(host: string, store: string, settings: object = {}): Promise<RunningBackEnd> {
  const child = spawn(host, [PROGRAM, store, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface(child.stdout);
  const [url] = (await once(lines, 'line')) as [string];
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
