import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, DEFAULT_ALERTS, DEFAULT_QUERY, measureById, MEASURES, METRICS } from '@driftline/shared';
import { PACKAGES } from '../layers.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = globSync('**/*.md', {
  cwd: ROOT,
  exclude: ['**/node_modules', '**/dist', '**/.config', '**/coverage'],
});
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The folder of the package that a folder belongs to. */
function packageOf(folder: string): string {
  return existsSync(join(ROOT, folder, 'package.json')) ? folder : packageOf(dirname(folder));
}

test('there are documents to check', () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'otel-instrumentation/README.md']));
});

describe.each(DOCUMENTS)('%s', (path) => {
  const matches = (pattern: RegExp): string[] => [...text(path).matchAll(pattern)].map(([, found]) => found as string);
  /** From the root of the repository, or from the folder of the document. */
  const exists = (name: string): boolean => existsSync(join(ROOT, name)) || existsSync(join(ROOT, dirname(path), name));

  test('every link within the repository has a target', () => {
    const targets = matches(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g);
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
  });

  test('every file and folder of ours that it names exists', () => {
    const named = matches(
      /`((?:\.ci|\.github|shared|otel-instrumentation|grafana-plugin|provisioning|src|test|scenarios|benchmarks)(?:\/[^`*\s]*)?)`/g,
    );
    // This test runs without a build, so what a build writes may be missing.
    expect(named.filter((name) => !name.includes('/dist') && !exists(name))).toEqual([]);
  });

  test('every npm script that it names exists', () => {
    const scripts = (folder: string): string[] =>
      Object.keys((JSON.parse(text(join(folder, 'package.json'))) as { scripts?: object }).scripts ?? {});
    const known = [...scripts('.'), ...scripts(packageOf(dirname(path)))];
    const named = [...matches(/\bnpm run ([\w:-]+)/g), ...matches(/\bnpm (start|test)\b/g)];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

test('the README of shared/ lists its layers from bottom to top', () => {
  const rows = [...text('shared/README.md').matchAll(/^\| `src\/([\w-]+)`\s+\|/gm)].map(([, folder]) => folder);
  expect(rows).toEqual(PACKAGES.find(({ sources }) => sources === 'shared/src')?.layers);
});

test('every PromQL in the documents is what the compiler gives', () => {
  const blocks = DOCUMENTS.flatMap((path) => [
    ...text(path).matchAll(/<!-- promql: ([\w-]+) -->\s*```promql\n([\s\S]*?)\n```/g),
  ]);
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, id, promql] of blocks) {
    expect(promql).toBe(compile({ ...DEFAULT_QUERY, measure: measureById(id as string).id }).promql);
  }
});

test("the README's limits are those of the measures", () => {
  const rows = text('README.md').matchAll(/^\| [\w ]+?\s+\| (?<name>[^|]+?)\s+\| (?<limit>(?:above|below) [\d.]+)/gm);
  const documented = Object.fromEntries(
    [...rows].map(({ groups }) => [groups?.['name']?.toLowerCase(), groups?.['limit']]),
  );
  const limits = MEASURES.flatMap(({ name, thresholds }) =>
    thresholds === undefined ? [] : [[name.toLowerCase(), `${thresholds.side} ${thresholds.critical}`] as const],
  );
  expect(documented).toEqual(Object.fromEntries(limits));
  for (const id of DEFAULT_ALERTS) expect(documented).toHaveProperty([measureById(id).name.toLowerCase()]);
});

test('the list of metrics names every metric that is recorded', () => {
  const list = text('shared/metrics.md');
  expect(Object.values(METRICS).filter(({ name }) => !list.includes(`\`${name}\``))).toEqual([]);
});
