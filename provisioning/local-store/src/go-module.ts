import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache-folder.ts';
import { findOnPath } from './find-on-path.ts';
import { lastLine } from './last-line.ts';
import { StoreUnavailable } from './store-unavailable.ts';

const run = promisify(execFile);

/** A program that is built from its Go module. */
export interface GoProgram {
  /** Name of the program. */
  readonly name: string;
  /** Path of its package. */
  readonly path: string;
  readonly version: string;
  /** Build tags, separated by commas. */
  readonly tags: string;
}

/** Where a program is kept, whether it is built or not. */
export function pathOfGoProgram({ name, version }: GoProgram): string {
  return join(cacheFolder(), 'go', `${name}-${version}`, name);
}

/**
 * Builds a program once and keeps it in the cache folder. This takes minutes.
 *
 * @throws {StoreUnavailable} when there is no Go, or the build fails
 */
export async function programFromGoModule(program: GoProgram): Promise<string> {
  const path = pathOfGoProgram(program);
  if (findOnPath(path) !== undefined) return path;
  const go = findOnPath('go');
  if (go === undefined) {
    throw new StoreUnavailable(
      `${program.name} ${program.version} is built with Go, which is not on the PATH: install Go.`,
    );
  }
  try {
    await build(go, program, path);
  } catch (error) {
    throw new StoreUnavailable(`${program.name} ${program.version} cannot be built with Go (${lastLine(error)}).`, {
      cause: error,
    });
  }
  return path;
}

async function build(go: string, { name, path: source, version, tags }: GoProgram, path: string): Promise<void> {
  const folder = join(path, '..', '..');
  await mkdir(folder, { recursive: true });
  // Two runs may race: each builds in a folder of its own, which gets its name when it is complete.
  const scratch = await mkdtemp(join(folder, 'build-'));
  try {
    const env = { ...process.env, GOBIN: scratch };
    await run(go, ['install', '-tags', tags, `${source}@${version}`], { env, maxBuffer: 1e8 });
    if (findOnPath(join(scratch, name)) === undefined) throw new Error(`${source} has no program ${name}`);
    await rename(scratch, join(path, '..')).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
