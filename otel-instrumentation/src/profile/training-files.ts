import { createWriteStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TrainingError } from './training-error.ts';

/** File formats of training data. */
export const FORMATS = ['csv', 'jsonl', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** Files that hold training rows together, all in one format. */
export interface TrainingFiles {
  readonly paths: readonly string[];
  readonly format: Format;
}

const BY_ENDING: readonly [RegExp, Format][] = [
  [/\.(csv|tsv|txt)$/, 'csv'],
  [/\.(jsonl|ndjson|json)$/, 'jsonl'],
  [/\.parquet$/, 'parquet'],
];

/**
 * Finds the files and their format.
 *
 * @param given - paths; `-` is the standard input, which is kept in `scratch` because it has to be read more than once
 * @param format - default: by the file ending, or else by the first bytes
 * @throws {TrainingError} for a file that is not there, and for formats that are mixed
 */
export async function findTrainingFiles(
  given: readonly string[],
  scratch: string,
  format?: Format,
): Promise<TrainingFiles> {
  const paths: string[] = [];
  for (const path of given) paths.push(path === '-' ? await keepInput(scratch) : path);
  for (const path of paths) {
    if (!existsSync(path)) throw new TrainingError(`There is no file ${path}: give the path of the training data.`);
    if (statSync(path).size === 0) {
      throw new TrainingError(`${path} is empty: give the data that the model was trained on, with a header line.`);
    }
  }
  const formats = new Set<Format>();
  for (const path of paths) formats.add(format ?? (await formatOf(path)));
  const [only, ...others] = formats;
  if (only === undefined) throw new TrainingError('No file is named: give the path of the training data.');
  if (others.length > 0) {
    throw new TrainingError(`The files are ${[...formats].join(' and ')}: give files of one format only.`);
  }
  return { paths, format: only };
}

async function keepInput(scratch: string): Promise<string> {
  const kept = join(scratch, 'input');
  await pipeline(process.stdin, createWriteStream(kept));
  return kept;
}

async function formatOf(path: string): Promise<Format> {
  const plain = path.toLowerCase().replace(/\.gz$/, '');
  const known = BY_ENDING.find(([ending]) => ending.test(plain));
  if (known !== undefined) return known[1];
  const start = await firstBytes(path);
  if (start.toString('latin1').startsWith('PAR1')) return 'parquet';
  return start.toString().trimStart().startsWith('{') ? 'jsonl' : 'csv';
}

/** Whether a file is compressed, whatever its name is. */
export async function isGzip(path: string): Promise<boolean> {
  const start = await firstBytes(path);
  return start[0] === 0x1f && start[1] === 0x8b;
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
