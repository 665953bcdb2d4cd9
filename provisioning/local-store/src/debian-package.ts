import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache-folder.ts';
import { findOnPath } from './find-on-path.ts';
import { lastLine } from './last-line.ts';
import { relocatePrograms } from './relocate-programs.ts';
import { StoreUnavailable } from './store-unavailable.ts';

const run = promisify(execFile);

/** Folder of unpacked packages. */
const packagesFolder = (): string => join(cacheFolder(), 'packages');

/** Whether this system can fetch Debian packages. */
export function hasDebianPackages(): boolean {
  return process.platform === 'linux' && findOnPath('apt-get') !== undefined && findOnPath('dpkg') !== undefined;
}

/**
 * A program from a Debian package, which is downloaded and unpacked into a cache folder. Does not change the system's own
 * packages and lists. The suite is sid, because older suites have too old versions.
 *
 * @param dataFolder - where the programs of the package look for files of their own, as it is built into them. Once
 *   unpacked, they look relative to where they run: in the folder that holds `usr`
 * @throws {StoreUnavailable} when the package cannot be fetched
 */
export async function programFromPackage(packageName: string, program: string, dataFolder?: string): Promise<string> {
  const unpacked = join(packagesFolder(), packageName);
  const path = join(unpacked, 'usr', 'bin', program);
  if (findOnPath(path) !== undefined) return path;
  try {
    await fetchPackages(
      unpacked,
      sidApt,
      () => Promise.resolve([packageName]),
      async (files) => {
        if (dataFolder !== undefined) await relocatePrograms(join(files, 'usr', 'bin'), dataFolder);
      },
    );
  } catch (error) {
    throw new StoreUnavailable(
      `The package ${packageName} cannot be fetched (${lastLine(error)}): install ${program} and put it on the PATH.`,
      { cause: error },
    );
  }
  if (findOnPath(path) === undefined) {
    throw new StoreUnavailable(`The package ${packageName} has no ${program}: put ${program} on the PATH.`);
  }
  return path;
}

/**
 * The folder with the unpacked files of what a package of the system's own suite depends on under its own name and a
 * version, such as postgresql-15 for postgresql: its programs run with the libraries of the system.
 *
 * @param packageName - a package that only stands for its latest version
 * @param beside - other packages that have versions of the same number, such as postgresql-client
 * @throws {StoreUnavailable} when they cannot be fetched
 */
export async function unpackedVersion(packageName: string, beside: readonly string[]): Promise<string> {
  const unpacked = join(packagesFolder(), packageName);
  if (existsSync(unpacked)) return unpacked;
  try {
    await fetchPackages(unpacked, systemApt, async (apt) => {
      const { stdout } = await run('apt-cache', [...apt, 'depends', packageName]);
      const version = new RegExp(`Depends: ${packageName}-(\\d+)$`, 'm').exec(stdout)?.[1];
      if (version === undefined) throw new Error(`${packageName} depends on no version of itself`);
      return [packageName, ...beside].map((name) => `${name}-${version}`);
    });
    return unpacked;
  } catch (error) {
    throw new StoreUnavailable(
      `The package ${packageName} cannot be fetched (${lastLine(error)}): install it with apt-get.`,
      { cause: error },
    );
  }
}

/**
 * @param aptOf - gives the options of apt-get, which keeps its state in a folder
 * @param namesOf - gives the packages, once their lists are there
 * @param prepare - works on the unpacked files before they get their place
 */
async function fetchPackages(
  unpacked: string,
  aptOf: (folder: string) => Promise<string[]>,
  namesOf: (apt: readonly string[]) => Promise<readonly string[]>,
  prepare: (files: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await mkdir(packagesFolder(), { recursive: true });
  // Two runs may race: each works in a folder of its own, which gets its name when it is complete.
  const scratch = await mkdtemp(join(packagesFolder(), 'fetch-'));
  try {
    const apt = await aptOf(scratch);
    await run('apt-get', [...apt, 'update'], { cwd: scratch });
    const names = await namesOf(apt);
    await run('apt-get', [...apt, 'download', ...names], { cwd: scratch });
    const archives = (await readdir(scratch)).filter((file) => file.endsWith('.deb'));
    if (archives.length < names.length) throw new Error(`apt-get downloaded no archive of ${names.join(' or ')}`);
    const files = join(scratch, 'files');
    for (const archive of archives) await run('dpkg', ['-x', join(scratch, archive), files]);
    await prepare(files);
    await rename(files, unpacked).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Options of apt-get for the suite sid, whose lists and state are in `folder`. */
async function sidApt(folder: string): Promise<string[]> {
  const sources = join(folder, 'sid.sources');
  await writeFile(sources, sidSources(await systemSources()));
  return [
    ...(await systemApt(folder)),
    ...['-o', `Dir::Etc::sourcelist=${sources}`],
    ...['-o', 'Dir::Etc::sourceparts=/dev/null'],
  ];
}

/** Options that make apt-get keep the lists and state of the system's own suites in `folder`. */
async function systemApt(folder: string): Promise<string[]> {
  for (const part of ['lists/partial', 'cache/archives/partial', 'state']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  await writeFile(join(folder, 'state/status'), '');
  const settings = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': join(folder, 'state/status'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

async function systemSources(): Promise<string> {
  const folder = '/etc/apt/sources.list.d';
  const parts = (await readdir(folder).catch(() => [])).filter((file) => /\.(list|sources)$/.test(file));
  const files = ['/etc/apt/sources.list', ...parts.map((file) => join(folder, file))];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.join('\n\n');
}

/**
 * The sid suite at the mirror that the system uses, in the deb822 format.
 *
 * @param system - the system's own sources, in either format
 */
export function sidSources(system: string): string {
  const lines = system.split('\n').filter((line) => !line.trimStart().startsWith('#'));
  const deb822 = lines.map((line) => /^URIs:\s*(\S+)/.exec(line)?.[1]);
  const oneLine = lines.map((line) => /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line)?.[1]);
  const mirror = [...deb822, ...oneLine].find((uri) => uri !== undefined && /\/debian\/?$/.test(uri));
  if (mirror === undefined) throw new Error("the system's sources name no Debian mirror");
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  return `Types: deb\nURIs: ${mirror}\nSuites: sid\nComponents: main\nSigned-By: ${keyring}\n`;
}
