import { execFile } from 'node:child_process';
import { globSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { hasDebianPackages, unpackedVersion } from './debian-package.ts';
import { findOnPath } from './find-on-path.ts';
import { lastLine } from './last-line.ts';
import { StoreUnavailable } from './store-unavailable.ts';

const run = promisify(execFile);

/** Where Debian has servers, each version in a folder of its own and none on the PATH. */
const SERVERS = 'usr/lib/postgresql/*/bin/postgres';

/**
 * The folder of Postgres's programs: that on the PATH, else the latest that is installed, else unpacked from the system's
 * package.
 *
 * @throws {StoreUnavailable} when there is none
 */
export async function findPostgres(): Promise<string> {
  const path = findOnPath('postgres') ?? latestIn('/');
  // A link on the PATH has no other programs beside it.
  if (path !== undefined) return dirname(realpathSync(path));
  if (!hasDebianPackages()) throw new StoreUnavailable('postgres is not on the PATH: install PostgreSQL.');
  return fetchedPostgres();
}

/**
 * The folder of the programs that are unpacked from the system's package.
 *
 * @throws {StoreUnavailable} when it cannot be fetched, or needs a library that the system lacks
 */
async function fetchedPostgres(): Promise<string> {
  const path = latestIn(await unpackedVersion('postgresql', ['postgresql-client']));
  if (path === undefined) throw new StoreUnavailable('The package postgresql has no server: install PostgreSQL.');
  try {
    await run(path, ['--version']);
  } catch (error) {
    throw new StoreUnavailable(`Postgres does not run (${lastLine(error)}): install Debian's package postgresql.`, {
      cause: error,
    });
  }
  return dirname(path);
}

function latestIn(folder: string): string | undefined {
  const versionOf = (path: string): number => Number(/(\d+)\/bin\/postgres$/.exec(path)?.[1]);
  return globSync(join(folder, SERVERS)).sort((a, b) => versionOf(b) - versionOf(a))[0];
}
