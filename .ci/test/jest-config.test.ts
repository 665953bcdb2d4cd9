import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The test files that jest runs, before a change lands or at night. */
function filesOf(nightly: '0' | '1'): string[] {
  const env = { ...process.env, DRIFTLINE_NIGHTLY: nightly };
  const jest = ['node_modules/jest/bin/jest.js', '--listTests'];
  return execFileSync(process.execPath, jest, { cwd: ROOT, env, encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((file) => relative(ROOT, file))
    .sort();
}

const isNightly = (file: string): boolean => file.endsWith('.nightly.test.ts');
const isFault = (file: string): boolean => file.includes('/test/faults/');

test('nightly tests run at night only, and faults both ways', () => {
  const before = filesOf('0');
  const nightly = filesOf('1');
  expect(before.length).toBeGreaterThan(50);
  expect(before.filter(isNightly)).toEqual([]);
  expect(nightly.filter(isNightly).length).toBeGreaterThanOrEqual(3);
  expect(nightly.filter((file) => !isNightly(file))).toEqual(before.filter(isFault));
});
