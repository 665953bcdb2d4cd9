import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from './find-tool.ts';
import { startProgram } from './start-program.ts';
import type { RuleFiles } from './start-store.ts';

/** A running vmalert. */
export interface Vmalert {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts vmalert, which evaluates rules over VictoriaMetrics and writes there what they record.
 *
 * @param store - base address of VictoriaMetrics
 * @throws {StoreUnavailable} when this machine has none and cannot fetch one
 */
export async function startVmalert(store: string, rules: RuleFiles): Promise<Vmalert> {
  const path = await findTool('vmalert');
  const folder = await mkdtemp(join(tmpdir(), 'driftline-vmalert-'));
  try {
    const { url, stop } = await startProgram({
      path,
      folder,
      argumentsOf: (port) => [
        `-httpListenAddr=127.0.0.1:${port}`,
        `-datasource.url=${store}`,
        `-remoteWrite.url=${store}`,
        `-remoteRead.url=${store}`,
        // It holds what rules record for a while, and alerts would read it late.
        '-remoteWrite.flushInterval=100ms',
        `-evaluationInterval=${rules.evaluationSeconds}s`,
        ...rules.alertmanagers.map((each) => `-notifier.url=${each}`),
        ...rules.files.map((file) => `-rule=${file}`),
        '-loggerLevel=WARN',
      ],
      readyPath: '/health',
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
