/**
 * `npm run package`: the plugin for every platform, as a zip that unpacks into Grafana's plugin folder, with checksums
 * beside it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { buildProgram, copyEngine, OUTPUT, programName } from './build-program.mjs';
import { whyNoGo } from './find-go.mjs';

const PLATFORMS = ['linux', 'darwin', 'windows'].flatMap((os) => ['amd64', 'arm64'].map((arch) => ({ os, arch })));

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const DIST = here('../../dist');
const PACKAGES = here('../../packages');
const { id, info } = JSON.parse(readFileSync(join(DIST, 'plugin.json'), 'utf8'));

/** Modes of files in a zip, in its upper half as Unix writes them. */
const modeOf = (path) => (basename(path).startsWith('gpx_') ? 0o100755 : 0o100644) * 0x10000;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const checksum = (bytes) => createHash('sha256').update(bytes).digest('hex');

const missing = whyNoGo();
if (missing !== undefined) {
  console.error(`The plugin cannot be packaged. ${missing}`);
  process.exit(1);
}
copyEngine();
for (const platform of PLATFORMS) {
  console.log(`Building ${programName(platform)} …`);
  buildProgram(platform);
}
const entries = filesBelow(DIST).map((path) => {
  const name = `${id}/${relative(DIST, path).replaceAll('\\', '/')}`;
  // The same sources give the same zip: no file carries the time of its build.
  return [name, [readFileSync(path), { os: 3, attrs: modeOf(path), mtime: '1980-01-01T12:00:00' }]];
});
const zip = zipSync(Object.fromEntries(entries), { level: 9 });
const name = `${id}-${info.version}.zip`;
rmSync(PACKAGES, { recursive: true, force: true });
mkdirSync(PACKAGES, { recursive: true });
writeFileSync(join(PACKAGES, name), zip);
const programs = PLATFORMS.map((platform) => join(OUTPUT, programName(platform)));
const sums = [[name, zip], ...programs.map((path) => [basename(path), readFileSync(path)])];
writeFileSync(join(PACKAGES, 'SHA256SUMS'), sums.map(([file, bytes]) => `${checksum(bytes)}  ${file}\n`).join(''));
console.log(
  `Wrote ${relative(process.cwd(), join(PACKAGES, name))} (${(zip.length / 1e6).toFixed(0)} MB) and SHA256SUMS.`,
);
