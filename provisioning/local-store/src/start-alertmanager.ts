import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from './find-tool.ts';
import { startProgram } from './start-program.ts';

/** A running Alertmanager with scratch storage. */
export interface Alertmanager {
  /** Base of its HTTP API. */
  readonly url: string;
  /** Ends it and removes its storage. */
  close(): Promise<void>;
}

/**
 * Starts Alertmanager on a free port of 127.0.0.1 and waits until it is ready.
 *
 * @param config - path of its configuration
 * @throws {StoreUnavailable} when this machine has none and cannot fetch one
 */
export async function startAlertmanager(config: string): Promise<Alertmanager> {
  const path = await findTool('alertmanager');
  const folder = await mkdtemp(join(tmpdir(), 'driftline-alertmanager-'));
  try {
    const { url, stop } = await startProgram({
      path,
      folder,
      argumentsOf: (port) => [
        `--config.file=${config}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        // Alone, it would still listen for others of its kind.
        '--cluster.listen-address=',
        '--log.level=warn',
      ],
      readyPath: '/-/ready',
    });
    const close = async (): Promise<void> => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { url, close };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
