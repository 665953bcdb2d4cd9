import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pWaitFor from 'p-wait-for';
import { cacheFolder } from './cache-folder.ts';
import { findPostgres } from './find-postgres.ts';

const run = promisify(execFile);

/** How long the server may take until it answers. */
const START_MS = 30_000;
const SUPERVISOR = fileURLToPath(new URL('./supervisor.ts', import.meta.url));

/** The user `nobody`: Postgres does not run as root. */
const NOBODY = 65_534;

/** A running Postgres with scratch storage, which only a socket in its folder leads to. */
export interface Postgres {
  /** Runs Postgres's own client with these arguments and gives what it prints; fails with its words. */
  psql(...args: readonly string[]): Promise<string>;
  /** Ends it and removes its storage. */
  close(): Promise<void>;
}

/**
 * Starts a Postgres and waits until it answers. Its texts are in UTF-8 and in the order of English.
 *
 * @throws {StoreUnavailable} when this machine has none and cannot fetch one
 */
export async function startPostgres(): Promise<Postgres> {
  const found = await findPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'driftline-postgres-'));
  const asNobody = process.getuid?.() === 0;
  if (asNobody) await chown(folder, NOBODY, NOBODY);
  const programs = asNobody && found.startsWith(cacheFolder()) ? await copied(found, folder) : found;
  const command = (program: string, ...args: string[]): [string, string[]] => {
    const path = join(programs, program);
    return asNobody
      ? ['setpriv', [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', path, ...args]]
      : [path, args];
  };
  const psql = async (...args: readonly string[]): Promise<string> => {
    const options = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'driftline', '-d', 'postgres'];
    const { stdout } = await run(join(programs, 'psql'), [...options, ...args], { maxBuffer: 100_000_000 });
    return stdout;
  };
  const data = join(folder, 'data');
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'];
  try {
    await run(...command('initdb', '-D', data, '-U', 'driftline', '--auth=trust', '--no-sync', ...locale), {
      cwd: folder,
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const [path, args] = command('postgres', '-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off');
  const child = spawn(process.execPath, [SUPERVISOR, folder, path, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: folder,
  });
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const answers = async (): Promise<boolean> => {
      try {
        await psql('-c', 'SELECT 1');
        return true;
      } catch {
        return false;
      }
    };
    await pWaitFor(answers, { interval: 50, timeout: START_MS });
  } catch (error) {
    await close();
    throw error;
  }
  return { psql, close };
}

/** A copy of fetched programs, with what they find beside them: the cache of root is closed to everybody else. */
async function copied(programs: string, folder: string): Promise<string> {
  const root = resolve(programs, '../../../../..');
  const copy = join(folder, 'programs');
  await cp(root, copy, { recursive: true });
  return join(copy, relative(root, programs));
}
