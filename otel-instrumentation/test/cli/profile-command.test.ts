import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { binIndex, parseProfile } from '@driftline/shared';

const folder = mkdtempSync(join(tmpdir(), 'driftline-cli-'));
const program = fileURLToPath(new URL('../../src/cli/driftline.ts', import.meta.url));
const adult = fileURLToPath(new URL('../../examples/income-service/data/adult.csv.gz', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a person would. */
function driftline(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=driftline-source', program, ...args],
      { cwd: folder },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

test.each<[string, string, string[], RegExp]>([
  ['an empty file', '', [], /is empty: give the data/],
  ['a header alone', 'a,b\n', [], /has a header and no rows/],
  ['no header', '1,2\n3,4\n', [], /has no header, its first line holds the number 1/],
  ['a column without a name', 'a,\n1,2\n', [], /Column 2 .* has no name/],
  ['two columns of one name', 'a,a\n1,2\n', [], /Two columns .* are called a/],
  [
    'half numbers, half text',
    'a\n1\nx\n2\ny\n',
    [],
    /Column a mixes 2 numbers with 2 texts such as "x".*--missing "x".*--type a=categorical/,
  ],
  ['an empty column', 'a,b\n1,\n2,\n', [], /Column b is empty in every row: leave it out with `--exclude b`/],
  ['an unknown column', 'a\n1\n2\n', ['--label', 'nope'], /--label names the column nope, .* choose from a/],
  [
    'an unknown class',
    'a,c\n1,x\n2,y\n',
    ['--label', 'c', '--favourable', 'z'],
    /--favourable is z, .* choose from x, y/,
  ],
  ['no feature left', 'a\n1\n2\n', ['--exclude', 'a'], /No column is left/],
])('refuses %s', async (_what, content, args, sentence) => {
  const { code, stderr } = await driftline('profile', file('data.csv', content), '--model', 'm', ...args);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});

test('refuses a file that is not there', async () => {
  const { code, stderr } = await driftline('profile', 'no.csv', '--model', 'm');
  expect([code, stderr]).toEqual([1, expect.stringContaining('There is no file no.csv')]);
});

test('keeps a constant column with one bin, and says so', async () => {
  const { code, stderr } = await driftline(
    'profile',
    file("it's.csv", 'a "b",c\n5,1\n5,2\n'),
    '--model',
    'm',
    '--out',
    'constant.json',
  );
  expect([code, stderr]).toEqual([0, expect.stringContaining('Column a "b" is constant')]);
  const profile = parseProfile(JSON.parse(readFileSync(join(folder, 'constant.json'), 'utf8')));
  expect(profile.features[0]).toMatchObject({ name: 'a "b"', edges: [], counts: [2], minimum: 5, maximum: 5 });
});

test('texts that mean missing can be named', async () => {
  const data = file('missing.csv', 'a,b\n1,x\n?,y\n3,?\n');
  const { code } = await driftline('profile', data, '--model', 'm', '--missing', '?', '--out', 'missing.json');
  const profile = parseProfile(JSON.parse(readFileSync(join(folder, 'missing.json'), 'utf8')));
  expect([code, profile.features.map(({ missing }) => missing)]).toEqual([0, [1, 1]]);
});

test('the profile of Adult counts every row once', async () => {
  const { code } = await driftline(
    'profile',
    adult,
    '--model',
    'income',
    '--label',
    'class',
    '--group',
    'sex',
    '--out',
    'adult.json',
  );
  expect(code).toBe(0);
  const profile = parseProfile(JSON.parse(readFileSync(join(folder, 'adult.json'), 'utf8')));
  expect(profile.rows).toBe(48_842);
  expect(profile.prediction).toMatchObject({ classes: ['<=50K', '>50K'], counts: [37_155, 11_687] });
  for (const feature of profile.features) {
    const counted = feature.counts.reduce((sum, count) => sum + count, feature.missing);
    expect([feature.name, counted + ('other' in feature ? feature.other : 0)]).toEqual([feature.name, 48_842]);
    if (feature.kind !== 'numeric') continue;
    expect(feature.counts[binIndex(feature.edges, feature.maximum)]).toBeGreaterThan(0);
  }
});
