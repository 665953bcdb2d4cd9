import { existsSync, realpathSync, rmSync, statSync, type Stats } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removedOnSignal } from '../profile/removed-on-signal.ts';

/**
 * Writes a file beside the old one and renames it, so that an interrupt or a full disk leaves the old one as it is.
 * What is no regular file, such as a pipe, is written to.
 *
 * @throws an error of the system that names `path`
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const { target, old, beside } = placeOf(path);
  await namingPath(path, async () => {
    if (old !== undefined && !old.isFile()) return writeFile(target, content);
    await removedOnSignal(
      () => rmSync(beside, { force: true }),
      async () => {
        try {
          const file = await open(beside, 'w', old?.mode);
          try {
            await file.writeFile(content);
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(beside, target);
        } catch (error) {
          await rm(beside, { force: true });
          throw error;
        }
      },
    );
  });
}

/**
 * Fails as {@link replaceFile} would where its folder is missing or closed, before work is done in vain.
 *
 * @throws an error of the system that names `path`
 */
export async function checkReplaceable(path: string): Promise<void> {
  const { old, beside } = placeOf(path);
  await namingPath(path, async () => {
    if (old?.isDirectory() === true) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR', syscall: 'open' });
    // A pipe would take an opening for a beginning.
    if (old !== undefined && !old.isFile()) return;
    await (await open(beside, 'w', 0o600)).close();
    await rm(beside, { force: true });
  });
}

function placeOf(path: string): { readonly target: string; readonly old: Stats | undefined; readonly beside: string } {
  const target = existsSync(path) ? realpathSync(path) : path;
  const old = existsSync(target) ? statSync(target) : undefined;
  return { target, old, beside: join(dirname(target), `.driftline-${process.pid}.tmp`) };
}

/** The file beside is of no interest to the user, and an error while writing has no path at all. */
async function namingPath(path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    throw typeof error === 'object' && error !== null ? Object.assign(error, { path }) : error;
  }
}
