import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, DEFAULT_ALERTS, DEFAULT_QUERY, measureById, MEASURES, METRICS } from '@driftline/shared';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = globSync('**/*.md', {
  cwd: ROOT,
  exclude: ['**/node_modules', '**/dist', '**/.config', '**/coverage'],
});
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('there are documents to check', () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'otel-instrumentation/README.md']));
});

test.each(DOCUMENTS)('%s: every link within the repository has a target', (path) => {
  const targets = [...text(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
    ([, target]) => target as string,
  );
  const dead = targets.filter((target) => !existsSync(join(ROOT, dirname(path), target)));
  expect(dead).toEqual([]);
});

const WORKSPACES = 'shared|otel-instrumentation|grafana-plugin|provisioning';

test.each(DOCUMENTS)('%s: every path that it names exists', (path) => {
  const named = [...text(path).matchAll(new RegExp(`\`((?:${WORKSPACES})/[^\`*\\s]*)\``, 'g'))].map(
    ([, name]) => name as string,
  );
  // This test runs without a build, so what a build writes may be missing.
  const missing = named.filter((name) => !name.includes('/dist') && !existsSync(join(ROOT, name)));
  expect(missing).toEqual([]);
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

test("the README's alerts are the thresholds of the measures", () => {
  const rows = text('README.md').matchAll(
    /^\| [\w ]+?\s+\| (?<name>[^|]+?)\s+\| (?<condition>(?:above|below) [\d.]+)/gm,
  );
  const alerts = new Map([...rows].map(({ groups }) => [groups?.['name']?.toLowerCase(), groups?.['condition']]));
  for (const id of DEFAULT_ALERTS) expect([...alerts.keys()]).toContain(measureById(id).name.toLowerCase());
  const thresholds = new Map(
    MEASURES.map(({ name, thresholds }) => [name.toLowerCase(), `${thresholds?.side} ${thresholds?.critical}`]),
  );
  for (const [name = '', condition] of alerts) expect([name, condition]).toEqual([name, thresholds.get(name)]);
});

test('the list of metrics names every metric that is recorded', () => {
  const list = text('shared/metrics.md');
  expect(Object.values(METRICS).filter(({ name }) => !list.includes(`\`${name}\``))).toEqual([]);
});
