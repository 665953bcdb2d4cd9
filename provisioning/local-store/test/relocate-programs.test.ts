import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relocatePrograms } from '../src/relocate-programs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relocate-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Bytes of every value, which no text encoding but one leaves alone. */
const BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

test('a built-in path becomes relative, and every other byte and the right to run stay', async () => {
  const program = join(folder, 'alertmanager');
  const text = 'default: /usr/share/data/a.tmpl, /usr/share/data\0';
  await writeFile(program, Buffer.concat([BYTES, Buffer.from(text), BYTES]), { mode: 0o755 });
  await relocatePrograms(folder, '/usr/share/data');
  const relative = 'default: usr/share/data//a.tmpl, usr/share/data/\0';
  expect(await readFile(program)).toEqual(Buffer.concat([BYTES, Buffer.from(relative), BYTES]));
  expect((await stat(program)).mode & 0o777).toBe(0o755);
});

test('a program without the path stays as it is', async () => {
  await writeFile(join(folder, 'amtool'), BYTES);
  await relocatePrograms(folder, '/usr/share/data');
  expect(await readFile(join(folder, 'amtool'))).toEqual(BYTES);
});
