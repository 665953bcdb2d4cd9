import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findOnPath } from '../src/find-on-path.ts';

const folder = mkdtempSync(join(tmpdir(), 'driftline-path-'));
const path = process.env['PATH'];

beforeAll(() => {
  process.env['PATH'] = `${folder}${delimiter}${path}`;
  for (const [name, mode] of [
    ['driftline-program', 0o755],
    ['driftline-data', 0o644],
  ] as const) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), mode);
  }
  mkdirSync(join(folder, 'driftline-folder'));
});

afterAll(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

test('a program is found by its name and by its path', () => {
  const program = join(folder, 'driftline-program');
  expect([findOnPath('driftline-program'), findOnPath(program)]).toEqual([program, program]);
});

test.each(['driftline-nowhere', 'driftline-data', 'driftline-folder'])('%s is no program', (name) => {
  expect([findOnPath(name), findOnPath(join(folder, name))]).toEqual([undefined, undefined]);
});
