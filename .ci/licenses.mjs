/** Fails when a package or program that ships depends on one under the AGPL or the GPL. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages that leave this repository. */
const SHIPPED = ['otel-instrumentation', 'grafana-plugin'];

/** The Go program that leaves it too, and the systems it is built for, which need different modules. */
const GO_PROGRAM = join(ROOT, 'grafana-plugin/backend');
const SYSTEMS = ['linux', 'darwin', 'windows'];

/** Go modules without a license file that may ship nevertheless: path of the module and why. */
const LICENSED_ELSEWHERE = {};

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

/** Words by which texts of licenses that are fine are known. */
const TITLES = [
  ['MPL-2.0', /Mozilla Public License,? version 2\.0/i],
  ['LGPL', /GNU Lesser General Public License/i],
  ['Apache-2.0', /Apache License\s+Version 2\.0/i],
  ['BSD', /Redistribution and use in source and binary forms/i],
  ['MIT', /Permission is hereby granted, free of charge/i],
  ['ISC', /Permission to use, copy, modify, and\/?(?:or)? distribute/i],
];

/** License of a folder by its license files; undefined where none is known. Any file of the GPL or the AGPL counts. */
export function licenseOfFolder(folder) {
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying)/i.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').replace(/\s+/g, ' '));
  // A text names itself at its beginning: further down, the MPL names the GPL too.
  const copyleft = texts.map((text) => /GNU (Affero )?General Public License/i.exec(text.slice(0, 500)));
  if (copyleft.some((match) => match !== null)) return copyleft.find((match) => match?.[1]) ? 'AGPL' : 'GPL';
  return TITLES.find(([, title]) => texts.some((text) => title.test(text)))?.[0];
}

/** Begins a line about a package that Go does not find. */
const UNKNOWN = 'not found';

/** Every module that the Go program in `folder` is built from, on any system; throws with Go's own words. */
export function goModules(folder) {
  const found = new Map();
  for (const system of SYSTEMS) {
    const ofModule = '{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{else}}';
    const format = `${ofModule}{{with .Error}}${UNKNOWN}\t{{.}}{{end}}{{end}}`;
    const env = { ...process.env, GOOS: system, CGO_ENABLED: '0' };
    // With -e also before the build, when the compiled engine that our own package embeds is not there.
    const { status, stdout, stderr } = spawnSync('go', ['list', '-e', '-deps', '-f', format, '.'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`go list failed for ${system}: ${stderr}`);
    for (const line of stdout.split('\n').filter((each) => each !== '')) {
      const [name, version, at] = line.split('\t');
      if (name === UNKNOWN) throw new Error(`go list failed for ${system}: ${version}`);
      if (!found.has(name)) found.set(name, { name, version, license: licenseOfFolder(at) });
    }
  }
  return [...found.values()];
}

/** What is wrong with the licenses of the Go program, a line for each module. Without Go nothing is known, which CI refuses. */
function refusedModules() {
  if (spawnSync('go', ['version']).status !== 0) {
    const notice = 'Go is not on the PATH: the licenses of the Go modules are not checked.';
    if (process.env.CI === 'true') return [notice];
    console.log(notice);
    return [];
  }
  return goModules(GO_PROGRAM)
    .filter(({ name, license }) => (license === undefined ? !(name in LICENSED_ELSEWHERE) : isCopyleft(license)))
    .map(({ name, version, license }) => `${name}@${version} (${license ?? 'no license that is known'}) through Go`);
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
  refused.push(...refusedModules());
  if (refused.length === 0) return;
  console.error(`These packages may not ship with an Apache-2.0 product; replace them:\n${refused.join('\n')}`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) main();
