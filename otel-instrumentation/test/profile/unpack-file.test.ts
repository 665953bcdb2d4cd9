import { readFile, stat } from 'node:fs/promises';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { unpackFile } from '../../src/profile/unpack-file.ts';
import { dataFile } from './build.ts';

const TEXT = 'name,city\nAndré,Köln\n';
const utf16le = Buffer.from(TEXT, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

let files = 0;
async function unpack(content: string | Buffer, encoding?: string) {
  const path = dataFile(`packed-${files++}`, content);
  const unpacked = await unpackFile('f.csv', path, `${path}.unpacked`, encoding);
  return { text: await readFile(unpacked.path, 'utf8'), guessed: unpacked.guessed, inPlace: unpacked.path === path };
}

test.each<[string, string | Buffer, string | undefined]>([
  ['gzip', gzipSync(TEXT), undefined],
  ['two members of gzip', Buffer.concat([gzipSync(TEXT.slice(0, 5)), gzipSync(TEXT.slice(5))]), undefined],
  ['zstd', zstdCompressSync(TEXT), undefined],
  ['UTF-8 with a byte order mark', `\ufeff${TEXT}`, undefined],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]), undefined],
  ['UTF-16, big endian, with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), undefined],
  ['UTF-16', utf16le, 'utf-16le'],
  ['UTF-16, big endian', utf16be, 'utf-16be'],
  ['Latin-1', Buffer.from(TEXT, 'latin1'), 'latin1'],
  ['gzip of Latin-1', gzipSync(Buffer.from(TEXT, 'latin1')), 'latin1'],
])('%s becomes UTF-8, and a guess is said', async (_what, content, guessed) => {
  expect(await unpack(content)).toEqual({ text: TEXT, guessed, inPlace: false });
});

test('plain UTF-8 is used where it is, and a given encoding is no guess', async () => {
  expect(await unpack(TEXT)).toEqual({ text: TEXT, guessed: undefined, inPlace: true });
  expect(await unpack(Buffer.from('a\nж\n'.replace('ж', 'é'), 'latin1'), 'windows-1251')).toMatchObject({
    text: 'a\nй\n',
    guessed: undefined,
  });
});

test('a late byte that is not UTF-8 is found', async () => {
  const late = Buffer.from(`a\n${'x\n'.repeat(100_000)}é\n`, 'latin1');
  expect((await unpack(late)).guessed).toBe('latin1');
});

// Texts of which even the start is longer than one block of the decompressor.
const long = Buffer.from(Array.from({ length: 100_000 }, (_, i) => `${i * 7919},${i}\n`).join(''));

test.each<[string, Buffer, string]>([
  ['truncated gzip', gzipSync(long).subarray(0, 50_000), 'f.csv ends in the middle: its gzip data'],
  ['truncated zstd', zstdCompressSync(long).subarray(0, 50_000), 'f.csv ends in the middle: its zstd data'],
  ['damaged gzip', Buffer.concat([Buffer.from([0x1f, 0x8b]), long]), 'f.csv is damaged: its gzip data'],
  ['damaged zstd', Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), long]), 'f.csv is damaged: its zstd data'],
])('%s is refused', async (_what, content, sentence) => {
  await expect(unpack(content)).rejects.toThrow(sentence);
});

test('bytes that are not of the given encoding are refused', async () => {
  await expect(unpack(Buffer.from(TEXT, 'latin1'), 'utf-8')).rejects.toThrow(
    'f.csv holds bytes that are not utf-8: set another one with `--encoding`',
  );
});

test('a copy has the mode that the mask of the process leaves', async () => {
  const mask = process.umask(0o077);
  try {
    const path = dataFile('private', gzipSync(TEXT));
    const unpacked = await unpackFile('f.csv', path, `${path}.unpacked`);
    expect((await stat(unpacked.path)).mode & 0o777).toBe(0o600);
  } finally {
    process.umask(mask);
  }
});
