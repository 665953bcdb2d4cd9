import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { counting, type Progress } from './progress.ts';
import { TrainingError } from './training-error.ts';

/** A file without compression and, unless it is Parquet, in UTF-8 without a byte order mark. */
export interface UnpackedFile {
  readonly path: string;
  /** Encoding that the file is taken for without a mark or an option that says so. */
  readonly guessed?: string;
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF_16_MARKS = { 'utf-16le': Buffer.from([0xff, 0xfe]), 'utf-16be': Buffer.from([0xfe, 0xff]) };

/** Bytes that tell the kind of a file. */
const START = 4096;

/**
 * Undoes compression and encoding; a file that needs neither is used where it is.
 *
 * @param shown - the name that the user knows the file by
 * @param into - path of the copy, if one is needed
 * @param encoding - default: told by the byte order mark and the bytes
 * @throws {TrainingError} for a file that is damaged or of another encoding
 */
export async function unpackFile(
  shown: string,
  path: string,
  into: string,
  encoding?: string,
  progress: Progress = () => undefined,
): Promise<UnpackedFile> {
  const plain = await decompress(shown, path, `${into}.plain`, progress);
  const start = await firstBytes(plain);
  if (isParquet(start)) return { path: plain };
  const marked = markedEncoding(start);
  const used = encoding ?? marked ?? (await guessedEncoding(plain, start));
  if (used === 'utf-8' && marked === undefined) {
    if (encoding !== undefined && !(await isUtf8(plain))) throw wrongEncoding(shown, encoding);
    return { path: plain };
  }
  await decode(shown, plain, into, used);
  return { path: into, ...(encoding === undefined && marked === undefined ? { guessed: used } : {}) };
}

export function isParquet(start: Buffer): boolean {
  return start.toString('latin1').startsWith('PAR1');
}

/** The bytes that tell the kind of a file. */
export async function firstBytes(path: string, most = START): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function decompress(shown: string, path: string, into: string, progress: Progress): Promise<string> {
  const start = await firstBytes(path);
  const begins = (magic: Buffer): boolean => start.subarray(0, magic.length).equals(magic);
  const tool = begins(GZIP) ? createGunzip() : begins(ZSTD) ? createZstdDecompress() : undefined;
  if (tool === undefined) return path;
  try {
    const { size } = await stat(path);
    await pipeline(createReadStream(path), counting(size, progress), tool, createWriteStream(into));
  } catch (error) {
    const name = begins(GZIP) ? 'gzip' : 'zstd';
    if (isSystemError(error)) throw error;
    const what = /end of file/.test(String(error)) ? 'ends in the middle' : 'is damaged';
    throw new TrainingError(`${shown} ${what}: its ${name} data cannot be unpacked; copy or write the file again.`, {
      cause: error,
    });
  }
  // Some are packed twice, by a server once more.
  return decompress(shown, into, `${into}.plain`, () => undefined);
}

function markedEncoding(start: Buffer): string | undefined {
  if (start.subarray(0, 3).equals(UTF_8_MARK)) return 'utf-8';
  return Object.entries(UTF_16_MARKS).find(([, mark]) => start.subarray(0, 2).equals(mark))?.[0];
}

async function guessedEncoding(path: string, start: Buffer): Promise<string> {
  // Every other byte of Latin letters in UTF-16 is zero, and no text in UTF-8 or Latin-1 holds a zero.
  const zeros = [0, 0];
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) > start.length / 4) return odd > even ? 'utf-16le' : 'utf-16be';
  return (await isUtf8(path)) ? 'utf-8' : 'latin1';
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (isSystemError(error)) throw error;
    return false;
  }
}

async function decode(shown: string, path: string, into: string, encoding: string): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    await pipeline(
      createReadStream(path),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
        yield decoder.decode();
      },
      createWriteStream(into),
    );
  } catch (error) {
    if (isSystemError(error)) throw error;
    throw wrongEncoding(shown, encoding);
  }
}

function wrongEncoding(shown: string, encoding: string): TrainingError {
  return new TrainingError(
    `${shown} holds bytes that are not ${encoding}: set another one with \`--encoding\`, such as latin1 or utf-16le.`,
  );
}

function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
