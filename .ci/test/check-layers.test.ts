import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../check-layers.mjs', import.meta.url));

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'driftline-layers-'));
  // A tree that keeps to the layers; each test adds what breaks them.
  write('shared/package.json', '{ "name": "@driftline/shared", "exports": "./src/index.ts" }');
  write('shared/src/conventions/names.ts', "export const NAME = 'x';\n");
  write('shared/src/promql/print.ts', "import { NAME } from '../conventions/names.ts';\nexport const text = NAME;\n");
  write('shared/src/index.ts', "export { text } from './promql/print.ts';\n");
  write('shared/test/anything.test.ts', "import '../../otel-instrumentation/src/index.ts';\n");
  write('otel-instrumentation/src/index.ts', "export { text } from '@driftline/shared';\n");
  write('grafana-plugin/src/panels/panel.ts', "export { text } from '@driftline/shared';\n");
  mkdirSync(join(root, 'node_modules/@driftline'), { recursive: true });
  symlinkSync(join(root, 'shared'), join(root, 'node_modules/@driftline/shared'));
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** What the check says about the tree; nothing when it passes. */
function problems(): string[] {
  try {
    execFileSync(process.execPath, [SCRIPT, root], { stdio: 'pipe' });
    return [];
  } catch (error) {
    const [, ...sentences] = (error as { stderr: Buffer }).stderr.toString().trim().split('\n');
    return sentences;
  }
}

test('imports that look down pass, and tests may import what they need', () => {
  expect(problems()).toEqual([]);
});

test.each([
  ['a value', "import { text } from '../promql/print.ts';\nexport const again = text;\n"],
  ['a type', "import type { text } from '../promql/print.ts';\nexport type Text = typeof text;\n"],
])('%s from a layer above fails', (_what, content) => {
  write('shared/src/conventions/up.ts', content);
  expect(problems()).toEqual([
    'shared/src/conventions/up.ts imports shared/src/promql/print.ts: conventions is not above it.',
  ]);
});

test('a folder that imports a file beside the folders fails', () => {
  write('shared/src/docs/guide.ts', "export { text } from '../index.ts';\n");
  expect(problems()).toEqual(['shared/src/docs/guide.ts imports shared/src/index.ts: docs is not above it.']);
});

test('folders that stand side by side may not import each other', () => {
  write('grafana-plugin/src/datasource/source.ts', "export { text } from '../panels/panel.ts';\n");
  expect(problems()).toEqual([
    'grafana-plugin/src/datasource/source.ts imports grafana-plugin/src/panels/panel.ts: datasource is not above it.',
  ]);
});

test('a cycle within one folder fails', () => {
  write('shared/src/query/a.ts', "import type { B } from './b.ts';\nexport type A = B | 1;\n");
  write('shared/src/query/b.ts', "import type { A } from './a.ts';\nexport type B = A | 2;\n");
  expect(problems()).toEqual([expect.stringContaining('is in a cycle: shared/src/query/')]);
});

test('a folder that the table does not name fails', () => {
  write('shared/src/helpers/text.ts', 'export const helper = 1;\n');
  expect(problems()).toEqual(['shared/src/helpers is no layer: name it in .ci/layers.mjs.']);
});

test('a package may import only the packages that the table allows', () => {
  write('grafana-plugin/src/panels/far.ts', "export * from '../../../otel-instrumentation/src/index.ts';\n");
  write('shared/src/docs/far.ts', "export * from '../../../otel-instrumentation/src/index.ts';\n");
  expect(problems().sort()).toEqual([
    'grafana-plugin/src/panels/far.ts imports otel-instrumentation/src/index.ts: grafana-plugin/src may import shared/src.',
    // Which also closes a cycle.
    expect.stringMatching('^otel-instrumentation/src/index.ts is in a cycle|^shared/src/docs/far.ts'),
  ]);
});

test('an import that cannot be resolved fails, since nothing is known of it', () => {
  write('otel-instrumentation/src/recorder/lost.ts', "export * from '@driftline/nowhere';\n");
  expect(problems()).toEqual([
    'otel-instrumentation/src/recorder/lost.ts imports @driftline/nowhere: there is no such file or package.',
  ]);
});
