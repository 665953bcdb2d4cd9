/** Fails when anything that ships depends on a package under the AGPL or the GPL. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages that leave this repository. */
const SHIPPED = ['otel-instrumentation', 'grafana-plugin'];

/** Whether a license expression leaves no choice but a GPL or an AGPL; the LGPL lets a program link freely. */
export function isCopyleft(license) {
  const choices = String(license ?? '')
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/i);
  return choices.every((choice) => /(^|[^L])A?GPL|Affero/i.test(choice));
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Folder of a dependency as Node would find it from `folder`; undefined for an optional one that is not installed. */
function folderOf(name, folder, root) {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (at === root || at === dirname(at)) return undefined;
  }
}

/** Every package that `folder` brings along when it is installed, each with its license and the way to it. */
export function shippedPackages(folder, root) {
  const found = new Map();
  const visit = (at, way) => {
    const manifest = readJson(join(at, 'package.json'));
    const dependencies = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies };
    for (const name of Object.keys(dependencies)) {
      const path = folderOf(name, at, root);
      if (path === undefined || found.has(path)) continue;
      const { version, license: stated, licenses } = readJson(join(path, 'package.json'));
      const license = stated?.type ?? stated ?? licenses?.map((each) => each.type).join(' OR ');
      found.set(path, { name, version, license, way: [...way, name] });
      visit(path, [...way, name]);
    }
  };
  visit(folder, []);
  return [...found.values()];
}

function main() {
  const refused = SHIPPED.flatMap((room) =>
    shippedPackages(join(ROOT, room), ROOT)
      .filter(({ license }) => isCopyleft(license))
      .map(
        ({ name, version, license, way }) => `${name}@${version} (${license}) by way of ${room} > ${way.join(' > ')}`,
      ),
  );
  if (refused.length === 0) return;
  console.error(`These may not ship with an Apache-2.0 product:\n${refused.join('\n')}`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) main();
