import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseProfile } from '@driftline/shared';
import { profileTypes } from '../../src/inspect/profile-types.ts';
import { exampleProfile } from '../example-profile.ts';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const TSC = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
// Inside the package, so that its name resolves to its sources.
const folder = mkdtempSync(join(PACKAGE, 'test/.types-'));

afterAll(() => rmSync(folder, { recursive: true }));

const HOSTILE = [
  '*/ export const x = 1; /*',
  'it\'s "quoted" \\',
  'new\nline',
  'line\u2028separator',
  '7',
  '__proto__',
];

const profile = parseProfile({
  ...exampleProfile('in*/come\n'),
  features: [
    ...exampleProfile().features,
    ...HOSTILE.map((name) => ({ ...exampleProfile().features[1], name, categories: ['x'], counts: [90] })),
  ],
  excluded: ['email'],
});

test('names that are no identifiers are quoted, and hostile ones end nothing', () => {
  const types = profileTypes(profile);
  expect(types).toContain('  age: number | bigint | null | undefined;\n');
  expect(types).toContain('  "*/ export const x = 1; /*": string |');
  expect(types).toContain('  "line\\u{2028}separator": string |');
  expect(types).toContain('  sex?: unknown;\n  email?: unknown;\n');
  expect(types).toContain('export type Classes = "no" | "yes";\n');
  expect(types).toContain('  sex: "Female" | "Male";\n');
  expect(types.split('\n')[0]).toBe('// Written by `driftline types` from the profile of "in*/come\\n", version "1".');
});

/** Statements by what they show, and whether they compile. */
const PROGRAMS: readonly [name: string, compiles: boolean, lines: string][] = [
  ['record', true, 'monitor.record({ features: { age: 1, work: "a", sex: "Male", ...rest } });'],
  ['recordWrongName', false, 'monitor.record({ features: { agee: 1, work: "a", ...rest } });'],
  ['recordStrayName', false, 'monitor.record({ features: { age: 1, agee: 1, work: "a", ...rest } });'],
  ['recordWrongType', false, 'monitor.record({ features: { age: "one", work: "a", ...rest } });'],
  ['recordVector', true, 'monitor.record({ features: [1, "a"] }); monitor.record({ features: Float32Array.of(1) });'],
  ['columns', true, 'monitor.recordBatch({ features: { age: Float32Array.of(1), work: ["a"], ...columns } });'],
  ['columnsWrongName', false, 'monitor.recordBatch({ features: { agee: [1], work: ["a"], ...columns } });'],
  ['rows', true, 'monitor.recordBatch({ features: [{ age: 1, work: "a", ...rest }], predictions: ["yes"] });'],
  ['rowsWrongName', false, 'monitor.recordBatch({ features: [{ agee: 1, work: "a", ...rest }] });'],
  ['tensor', true, 'monitor.recordBatch({ features: { data: Float32Array.of(1), dims: [1, 1] } });'],
  ['wrap', true, 'const p: (row: Features) => string = monitor.wrap((row: Features) => String(row.age)); void p;'],
  ['wrapPerson', true, 'monitor.wrap((row: Features & { id: string }) => row.id);'],
  ['wrapUntyped', true, 'monitor.wrap((row) => String(row.age));'],
  ['wrapUntypedWrongName', false, 'monitor.wrap((row) => String(row.agee));'],
  ['wrapWrongName', false, 'monitor.wrap((row: { agee: number; work: string }) => String(row.agee));'],
  ['wrapRows', true, 'monitor.wrap((rows: readonly Features[]) => rows.map(() => "yes"));'],
  ['wrapElsewhere', true, 'monitor.wrap((n: number) => n, { features: () => ({ age: 1, work: "a", ...rest }) });'],
  [
    'wrapElsewhereWrongName',
    false,
    'monitor.wrap((n: number) => n, { features: () => ({ agee: 1, work: "a", ...rest }) });',
  ],
  [
    'generator',
    true,
    'const g: AsyncGenerator<string> = monitor.wrap(async function* (_: Features) { yield "a"; })(row); void g;',
  ],
  [
    'start',
    true,
    'void startDriftline<Features>({ profile: "p" }).then(({ monitor }) => monitor.record({ features: row }));',
  ],
  [
    'startWrongName',
    false,
    'void startDriftline<Features>({ profile: "p" }).then(({ monitor }) => monitor.record({ features: { agee: 1 } }));',
  ],
  ['among', true, 'const all: ModelMonitor[] = [monitor]; removeMonitor(monitor); void all;'],
  ['classes', true, 'const c: Classes = "yes"; const g: Groups["sex"] = "Male"; void [c, g];'],
  ['classesWrong', false, 'const c: Classes = "maybe"; void c;'],
  [
    'loose',
    true,
    'const l = createMonitor("p"); l.record({ features: { agee: 1 } }); l.recordBatch({ features: { agee: [1] } });',
  ],
  [
    'looseWrap',
    true,
    'const l = createMonitor("p"); l.wrap((a: number, b: { c: string }) => `${a}${b.c}`); l.wrap(() => 1);',
  ],
];

const HEAD = `import { createMonitor, removeMonitor, startDriftline, type ModelMonitor } from '../../src/index.ts';
import type { Classes, Features, Groups } from './profile.d.ts';
declare const row: Features;
declare const rest: Omit<Features, 'age' | 'work' | 'sex' | 'email'>;
declare const columns: { [Name in keyof typeof rest]: string[] };
const monitor = createMonitor<Features>('profile.json');
void [row, rest, columns, monitor, startDriftline, removeMonitor];
export type Unused = [Classes, Groups, ModelMonitor];
`;

test('a wrong name does not compile, and what is right does', async () => {
  writeFileSync(join(folder, 'profile.d.ts'), profileTypes(profile));
  for (const [name, , lines] of PROGRAMS) writeFileSync(join(folder, `${name}.ts`), `${HEAD}${lines}\n`);
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { composite: false, incremental: false, noEmit: true, skipLibCheck: false, rootDir: '../..' },
    files: PROGRAMS.map(([name]) => `${name}.ts`),
    include: [],
    references: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = await promisify(execFile)(process.execPath, [TSC, '--project', folder, '--pretty', 'false']).catch(
    (error: { stdout: string }) => error,
  );
  const wrong = new Set([...stdout.matchAll(/^\S*?([\w.]+)\.ts\(\d+,\d+\): error/gm)].map(([, file]) => file));
  const expected = PROGRAMS.filter(([, compiles]) => !compiles).map(([name]) => name);
  expect([[...wrong].sort(), stdout]).toEqual([expected.sort(), stdout]);
});
