import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/commands/replace-file.ts';

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

test('a failure leaves nothing beside, and the old file as it is', async () => {
  const place = folder();
  const path = join(place, 'profile.json');
  writeFileSync(path, 'one');
  // Writing fails in the middle, as on a full disk.
  const content = {
    toString: () => {
      throw new Error('full');
    },
  } as unknown as string;
  await expect(replaceFile(path, content)).rejects.toThrow();
  expect([readFileSync(path, 'utf8'), readdirSync(place)]).toEqual(['one', ['profile.json']]);
  await expect(replaceFile(join(place, 'none', 'profile.json'), 'x')).rejects.toThrow('ENOENT');
});

test('a folder cannot be written to', async () => {
  const path = join(folder(), 'profile.json');
  mkdirSync(path);
  await expect(replaceFile(path, 'x')).rejects.toThrow('EISDIR');
});
