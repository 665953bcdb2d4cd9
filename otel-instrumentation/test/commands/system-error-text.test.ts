import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemErrorText } from '../../src/commands/system-error-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'driftline-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

test('a missing folder is named, with what to do', () => {
  const path = join(folder, 'missing', 'rules.yml');
  expect(systemErrorText(thrownBy(() => writeFileSync(path, '')))).toBe(
    `${path} does not exist, or the folder that it should be in: create the folder, or give another path.`,
  );
});

test('a folder in place of a file is named', () => {
  expect(systemErrorText(thrownBy(() => writeFileSync(folder, '')))).toBe(
    `${folder} is a folder: give the path of a file.`,
  );
});

test('an error that names no path keeps its words', () => {
  expect(systemErrorText(thrownBy(() => readFileSync(folder)))).toMatch(/EISDIR/);
});

test('any other error is none of the system', () => {
  expect(systemErrorText(new TypeError('x'))).toBeUndefined();
  expect(systemErrorText('x')).toBeUndefined();
});
