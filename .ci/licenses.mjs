/** Fails when a package that ships depends on one under the AGPL or the GPL. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages that leave this repository. */
const SHIPPED = ['otel-instrumentation', 'grafana-plugin'];

/** Whether every choice of a license expression is a GPL or an AGPL. The LGPL is neither: it lets a program link freely. */
export function isCopyleft(license) {
  const choices = String(license ?? '')
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/i);
  return choices.every((choice) => /(^|[^L])A?GPL|Affero/i.test(choice));
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Folder of a dependency as Node resolves it from `folder`; undefined for an optional one that is not installed. */
function folderOf(name, folder, root) {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (at === root || at === dirname(at)) return undefined;
  }
}

/** Every package that is installed with `folder`, with its license and the path of dependencies that leads to it. */
export function shippedPackages(folder, root) {
  const found = new Map();
  const visit = (at, path) => {
    const manifest = readJson(join(at, 'package.json'));
    const dependencies = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies };
    for (const name of Object.keys(dependencies)) {
      const dependency = folderOf(name, at, root);
      if (dependency === undefined || found.has(dependency)) continue;
      const { version, license: stated, licenses } = readJson(join(dependency, 'package.json'));
      const license = stated?.type ?? stated ?? licenses?.map((each) => each.type).join(' OR ');
      found.set(dependency, { name, version, license, path: [...path, name] });
      visit(dependency, [...path, name]);
    }
  };
  visit(folder, []);
  return [...found.values()];
}

function main() {
  const refused = SHIPPED.flatMap((workspace) =>
    shippedPackages(join(ROOT, workspace), ROOT)
      .filter(({ license }) => isCopyleft(license))
      .map(
        ({ name, version, license, path }) =>
          `${name}@${version} (${license}) through ${workspace} > ${path.join(' > ')}`,
      ),
  );
  if (refused.length === 0) return;
  console.error(`These packages may not ship with an Apache-2.0 product; replace them:\n${refused.join('\n')}`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) main();
