import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const BACKEND = here('..');
/** Where Grafana looks for the program: beside the data source's plugin.json. */
export const OUTPUT = here('../../dist/datasource');
const ENGINE = here('../../../shared/dist/engine.iife.js');

/** Go's names of what this machine is. */
export const THIS_PLATFORM = {
  os: { win32: 'windows' }[process.platform] ?? process.platform,
  arch: { x64: 'amd64' }[process.arch] ?? process.arch,
};

/** Puts the compiled engine where Go embeds it. */
export function copyEngine() {
  if (!existsSync(ENGINE))
    throw new Error(`${ENGINE} is not there: run \`npm run build --workspace @driftline/shared\`.`);
  copyFileSync(ENGINE, join(BACKEND, 'engine/engine.js'));
}

/** Name of the program, as Grafana puts it together from `executable` in plugin.json. */
export function programName({ os, arch }) {
  return `gpx_driftline_${os}_${arch}${os === 'windows' ? '.exe' : ''}`;
}

/**
 * Builds the program for a platform. It needs no C, so that any platform builds for any other.
 *
 * @throws {Error} with Go's own words
 */
export function buildProgram(platform) {
  const output = join(OUTPUT, programName(platform));
  const env = { ...process.env, CGO_ENABLED: '0', GOOS: platform.os, GOARCH: platform.arch };
  const args = ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', output, '.'];
  const { status, stderr, error } = spawnSync('go', args, { cwd: BACKEND, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Go could not build ${programName(platform)}:\n${error?.message ?? stderr}`);
  return output;
}
