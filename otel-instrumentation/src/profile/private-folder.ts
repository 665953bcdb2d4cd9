import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Mask under which new files are readable by their owner only, those of native code included. */
const OWNER_ONLY = 0o077;

/**
 * Runs `use` with an empty folder that no other user can read. The folder is removed at the end, after an error, and on a
 * signal, which then ends the process as it would have.
 */
export async function withPrivateFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const mask = process.umask(OWNER_ONLY);
  const folder = await mkdtemp(join(tmpdir(), 'driftline-profile-'));
  const onSignal = (signal: NodeJS.Signals): void => {
    rmSync(folder, { recursive: true, force: true });
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await use(folder);
  } finally {
    process.umask(mask);
    await rm(folder, { recursive: true, force: true });
    release();
  }
}
