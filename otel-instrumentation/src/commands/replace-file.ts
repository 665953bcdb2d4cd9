import { existsSync, realpathSync, statSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file beside the old one and renames it, so that an interrupt or a full disk leaves the old one as it is.
 * What is no regular file, such as a pipe, is written to.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const target = existsSync(path) ? realpathSync(path) : path;
  const old = existsSync(target) ? statSync(target) : undefined;
  if (old !== undefined && !old.isFile()) {
    await writeFile(target, content);
    return;
  }
  const beside = join(dirname(target), `.driftline-${process.pid}.tmp`);
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
}
