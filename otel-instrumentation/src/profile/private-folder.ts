import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removedOnSignal } from './removed-on-signal.ts';
import { TrainingError } from './training-error.ts';

/** Mask under which new files are readable by their owner only, those of native code included. */
const OWNER_ONLY = 0o077;

/** Codes of a disk that is full, a quota that is used up and a file that may not grow. */
const FULL: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What to do when the folder of temporary files has no room. */
export const DISK_FULL = `The disk of ${tmpdir()} is full: free some space, or set TMPDIR to a folder with more.`;

/**
 * Runs `use` with an empty folder that no other user can read. The folder is removed at the end, after an error, and on a
 * signal, which then ends the process as it would have.
 *
 * @throws {TrainingError} when the disk is full
 */
export async function withPrivateFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const mask = process.umask(OWNER_ONLY);
  const folder = await mkdtemp(join(tmpdir(), 'driftline-profile-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    return await removedOnSignal(remove, async () => {
      try {
        return await use(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  } catch (error) {
    if (!FULL.includes((error as NodeJS.ErrnoException | undefined)?.code)) throw error;
    throw new TrainingError(DISK_FULL, { cause: error });
  } finally {
    process.umask(mask);
  }
}
