/** Fails when an import looks up, closes a cycle or crosses packages against `layers.mjs`, or when a folder is missing there. */
import { existsSync, globSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { PACKAGES } from './layers.mjs';

/** Folders without sources: tests import what they need, and builds repeat what the sources say. */
const NO_SOURCES = ['test', 'node_modules', 'dist', '.types'];

/** Matches the files of a layer; `.` means those beside the folders. */
const filesOf = (sources, layer) => (layer === '.' ? `^${sources}/[^/]+$` : `^${sources}/${layer}/`);

/** The layers of a package as lists, with `.` on top unless the table places it. */
const levelsOf = ({ layers }) => [...layers, ...(layers.includes('.') ? [] : ['.'])].map((layer) => [layer].flat());

/** One rule for each layer: it imports nothing above it and nothing beside it. */
function layerRules({ sources, ...table }) {
  const levels = levelsOf(table);
  return levels.flatMap((level, height) =>
    level.flatMap((layer) => {
      const refused = [...level.filter((other) => other !== layer), ...levels.slice(height + 1).flat()];
      if (refused.length === 0) return [];
      return {
        name: layer === '.' ? 'these files are not above it' : `${layer} is not above it`,
        severity: 'error',
        from: { path: filesOf(sources, layer) },
        to: { path: refused.map((other) => filesOf(sources, other)) },
      };
    }),
  );
}

/** A package imports itself, its manifest, what the table allows, and packages that are not ours. */
function packageRule({ sources, imports }) {
  return {
    name: `${sources} may import ${imports.join(', ') || 'no other package of ours'}`,
    severity: 'error',
    from: { path: `^${sources}/` },
    to: {
      pathNot: [
        'node_modules/',
        `^${dirname(sources)}/package\\.json$`,
        ...[sources, ...imports].map((folder) => `^${folder}/`),
      ],
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    },
  };
}

const unresolved = {
  name: 'there is no such file or package',
  severity: 'error',
  from: {},
  to: { path: '^(\\.|@driftline/)', couldNotResolve: true },
};
const cycle = { name: 'a cycle', severity: 'error', from: {}, to: { circular: true } };

/** Folders with sources that no layer of the table names. */
function unknownFolders(root, { sources, ...table }) {
  const named = levelsOf(table).flat();
  return readdirSync(join(root, sources), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_SOURCES.includes(entry.name) && !named.includes(entry.name))
    .map(({ name }) => `${sources}/${name}`)
    .filter((folder) => !PACKAGES.some((other) => `${other.sources}/`.startsWith(`${folder}/`)))
    .filter((folder) => globSync('**/*.{ts,tsx}', { cwd: join(root, folder) }).length > 0);
}

/** @returns one sentence a violation */
export async function checkLayers(root) {
  const packages = PACKAGES.filter(({ sources }) => existsSync(join(root, sources)));
  const { output } = await cruise(
    packages.map(({ sources }) => sources),
    {
      baseDir: root,
      validate: true,
      ruleSet: {
        forbidden: [...packages.flatMap((each) => [...layerRules(each), packageRule(each)]), unresolved, cycle],
      },
      // Imports of types count, although the compiler drops them.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(?!.*node_modules/).*/(test|dist|\\.types)/' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['driftline-source', 'import', 'require', 'node', 'default'],
    },
  );
  const unknown = packages.flatMap((each) => unknownFolders(root, each));
  return [
    ...unknown.map((folder) => `${folder} is no layer: name it in .ci/layers.mjs.`),
    ...output.summary.violations.map(({ rule, from, to, cycle: way }) =>
      way === undefined
        ? `${from} imports ${to}: ${rule.name}.`
        : `${from} is in a cycle: ${way.map(({ name }) => name).join(' → ')}.`,
    ),
  ];
}

async function main() {
  const root = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
  const problems = await checkLayers(realpathSync(root));
  if (problems.length === 0) return;
  console.error(`These imports break the layers of .ci/layers.mjs:\n${problems.join('\n')}`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) await main();
