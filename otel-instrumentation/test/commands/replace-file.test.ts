import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { checkReplaceable, replaceFile } from '../../src/commands/replace-file.ts';

const MODULE = new URL('../../src/commands/replace-file.ts', import.meta.url).href;

const folder = (): string => mkdtempSync(join(tmpdir(), 'driftline-replace-'));

test('a file is written, and replaced with its mode', async () => {
  const path = join(folder(), 'profile.json');
  await replaceFile(path, 'one');
  expect(readFileSync(path, 'utf8')).toBe('one');
  chmodSync(path, 0o640);
  await replaceFile(path, 'two');
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['two', 0o640]);
});

test('a link stays one', async () => {
  const place = folder();
  writeFileSync(join(place, 'real.json'), 'one');
  symlinkSync('real.json', join(place, 'link.json'));
  await replaceFile(join(place, 'link.json'), 'two');
  expect(readFileSync(join(place, 'real.json'), 'utf8')).toBe('two');
  expect(readdirSync(place).sort()).toEqual(['link.json', 'real.json']);
});

/** Runs `replaceFile` in a process in which no file may grow beyond 8 KB. */
async function replaceWithoutRoom(path: string, bytes: number): Promise<string> {
  const script =
    `import { replaceFile } from ${JSON.stringify(MODULE)};` +
    `await replaceFile(${JSON.stringify(path)}, 'x'.repeat(${bytes})).catch((e) => console.log(e.code, e.path));`;
  const node = [process.execPath, '--conditions=driftline-source', '--input-type=module', '-e', script];
  const child = spawn('bash', ['-c', `trap '' XFSZ; ulimit -f 8; exec "$@"`, 'bash', ...node]);
  return text(child.stdout);
}

test('a disk without room leaves nothing beside, and the old file as it is', async () => {
  const place = folder();
  const path = join(place, 'profile.json');
  writeFileSync(path, 'one');
  expect(await replaceWithoutRoom(path, 100_000)).toBe(`EFBIG ${path}\n`);
  expect([readFileSync(path, 'utf8'), readdirSync(place)]).toEqual(['one', ['profile.json']]);
  expect(await replaceWithoutRoom(path, 1000)).toBe('');
  expect(readFileSync(path, 'utf8')).toHaveLength(1000);
});

test('a device without room is named', async () => {
  await expect(replaceFile('/dev/full', 'x')).rejects.toMatchObject({ code: 'ENOSPC', path: '/dev/full' });
});

test('signals are as they were afterwards, also after a failure', async () => {
  const handlers = (): number[] => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listenerCount(signal));
  const before = handlers();
  await replaceFile(join(folder(), 'profile.json'), 'x');
  await expect(replaceFile(join(folder(), 'none', 'profile.json'), 'x')).rejects.toThrow('ENOENT');
  expect(handlers()).toEqual(before);
});

test.each<[string, (place: string) => string, string]>([
  ['a missing folder', (place) => join(place, 'none', 'profile.json'), 'ENOENT'],
  ['a file in place of a folder', (place) => join(place, 'file', 'profile.json'), 'ENOTDIR'],
  ['a folder in place of the file', (place) => place, 'EISDIR'],
  ['a folder in which nobody can make a file', () => '/proc/profile.json', 'ENOENT'],
])('%s is said before any work, under the path that was given', async (_what, pathIn, code) => {
  const place = folder();
  writeFileSync(join(place, 'file'), '');
  const path = pathIn(place);
  await expect(checkReplaceable(path)).rejects.toMatchObject({ code, path });
  await expect(replaceFile(path, 'x')).rejects.toMatchObject({ code, path });
  expect(readdirSync(place)).toEqual(['file']);
});

test('what can be written is left as it is', async () => {
  const path = join(folder(), 'profile.json');
  await checkReplaceable(path);
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, 'one');
  await checkReplaceable(path);
  expect([readFileSync(path, 'utf8'), readdirSync(dirname(path))]).toEqual(['one', ['profile.json']]);
});

test('a folder cannot be written to', async () => {
  const path = join(folder(), 'profile.json');
  mkdirSync(path);
  await expect(replaceFile(path, 'x')).rejects.toThrow('EISDIR');
});
