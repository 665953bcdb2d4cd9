import { createReadStream, createWriteStream, existsSync, realpathSync, statSync } from 'node:fs';
import { glob, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { copyWithDoubledQuotes } from './backslash-quotes.ts';
import { escapesQuotes } from './csv-dialect.ts';
import type { Faults } from './faults.ts';
import { stepOf, type Progress } from './progress.ts';
import { TrainingError } from './training-error.ts';
import { firstBytes, isParquet, unpackFile } from './unpack-file.ts';

/** File formats of training data; `json` is one array of objects, `jsonl` one object a line. */
export const FORMATS = ['csv', 'jsonl', 'json', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** What a file should hold unless the caller says it. */
export const TRAINING_DATA = 'the data that the model was trained on';

/** The name that the user knows the standard input by. */
export const STANDARD_INPUT = 'The standard input';

/** A file that holds training rows. */
export interface TrainingFile {
  /** The name that the user knows it by. */
  readonly shown: string;
  /** Where its content is: not compressed, text in UTF-8. */
  readonly path: string;
  readonly format: Format;
}

/** What the user may say of the files. */
export interface FileOptions {
  readonly format?: Format | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  /** What the files should hold, for sentences; default: the training data. */
  readonly data?: string | undefined;
  readonly warn: (sentence: string) => void;
  /** Receives the share of the files that is unpacked. */
  readonly progress?: Progress;
}

const BY_ENDING: readonly [RegExp, 'csv' | 'json' | 'parquet'][] = [
  [/\.(csv|tsv|tab|txt)$/i, 'csv'],
  [/\.(jsonl|ndjson|json)$/i, 'json'],
  [/\.(parquet|pq)$/i, 'parquet'],
];
/** Addresses, such as s3://bucket/file. */
const ELSEWHERE = /^[a-z][a-z\d+.-]+:\/\//i;

const COMPRESSED = /\.(gz|gzip|zst|zstd)$/i;

/** Start of ZIP archives. */
const ZIP = Buffer.from('PK\u0003\u0004');

/** Starts of files that are something else, with what to do. */
const OTHER_KINDS: readonly [RegExp, string][] = [
  [
    /^\s*<(!doctype\s+html|!--|(html|head|body|div|p|span|table|script|style|meta|title)\b)/i,
    'is an HTML page, not data: download the file itself',
  ],
  [/^\s*<\?xml/i, 'is XML: export it as CSV, JSON lines or Parquet'],
  [/^version https:\/\/git-lfs/, 'is a pointer of Git LFS: fetch the file with `git lfs pull`'],
  [/^BZh[1-9]1AY/, 'is compressed with bzip2: unpack it, or compress it with gzip or zstd'],
  [/^.7zXZ\0/, 'is compressed with xz: unpack it, or compress it with gzip or zstd'],
  [/^[^\0]{1,100}\0[^]{156,256}ustar/, 'is a tar archive: unpack it'],
  [/^[^\0]*\0/, 'is binary: give CSV, JSON lines or Parquet, or name its encoding with `--encoding`'],
];

/**
 * Finds the files and makes them readable.
 *
 * @param given - paths; an existing one is taken literally, any other as a glob; of a folder, all data files in it; `-` is
 *   the standard input
 * @param scratch - folder for copies
 * @param faults - receives what is wrong with single files
 * @throws {TrainingError} for a path without files, and for formats that are mixed
 */
export async function findTrainingFiles(
  given: readonly string[],
  scratch: string,
  options: FileOptions,
  faults: Faults,
): Promise<readonly TrainingFile[]> {
  const files: TrainingFile[] = [];
  const paths = [...(await pathsOf(given, scratch, faults, options.data))];
  for (const [i, [shown, path]] of paths.entries()) {
    const progress = stepOf(options.progress ?? (() => undefined), i, paths.length);
    const file = await faults.collect(() =>
      openFile(shown, path, join(scratch, `file-${i}`), { ...options, progress }),
    );
    progress(1);
    if (file !== undefined) files.push(file);
  }
  const formats = new Set(files.map(({ format }) => format));
  if (formats.size > 1) {
    faults.add(`The files are ${[...formats].join(' and ')}: give files of one format only.`);
  }
  // What is wrong inside of the other files joins what is wrong with these.
  if (formats.size !== 1) faults.refuse();
  return files;
}

/** Names to show with paths to read, each once. */
async function pathsOf(
  given: readonly string[],
  scratch: string,
  faults: Faults,
  data = 'the training data',
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  const seen = new Set<string>();
  for (const path of given) {
    if (path === '-') paths.set(STANDARD_INPUT, await keepInput(scratch));
    else {
      for (const found of (await faults.collect(() => filesAt(path, data))) ?? []) {
        if (!seen.has(realpathSync(found))) paths.set(found, found);
        seen.add(realpathSync(found));
      }
    }
  }
  if (paths.size === 0) faults.refuse();
  if (paths.size === 0) throw new TrainingError(`No file is named: give the path of ${data}.`);
  return paths;
}

async function filesAt(path: string, data: string): Promise<readonly string[]> {
  if (ELSEWHERE.test(path)) {
    throw new TrainingError(
      `${path} is not on this machine, and only local files are read: copy it with the client of its store, or let a ` +
        'DuckDB of yours read it there with `--sql duckdb`.',
    );
  }
  if (!existsSync(path)) {
    const matches: string[] = [];
    if (/[*?[\]{}]/.test(path)) for await (const match of glob(path)) matches.push(match);
    if (matches.length > 0) return matches.filter((match) => statSync(match).isFile()).sort();
    throw new TrainingError(`There is no file ${path}: give the path of ${data}.`);
  }
  if (!statSync(path).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile() && endingOf(entry.name) !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
    // Hidden files and those of Spark, such as _SUCCESS and _temporary, are no data.
    .filter((file) => !/(^|[\\/])[._]/.test(relative(path, file)))
    .sort();
  if (found.length > 0) return found;
  throw new TrainingError(`The folder ${path} holds no CSV, JSON or Parquet file: give the path of ${data}.`);
}

async function keepInput(scratch: string): Promise<string> {
  const kept = join(scratch, 'input');
  // It is read more than once.
  await pipeline(process.stdin, createWriteStream(kept));
  return kept;
}

async function openFile(shown: string, path: string, into: string, options: FileOptions): Promise<TrainingFile> {
  const { data = TRAINING_DATA } = options;
  const empty = `${shown} is empty: give ${data}, with a header line.`;
  if (statSync(path).size === 0) throw new TrainingError(empty);
  const { path: plain, guessed } = await unpackFile(shown, path, into, options.encoding, options.progress);
  const start = await firstBytes(plain);
  if (isParquet(start)) return { shown, path: plain, format: checked(shown, 'parquet', options.format) };
  const text = start.toString();
  if (text.trim() === '' && start.length === statSync(plain).size) throw new TrainingError(empty);
  const format = options.format ?? endingOf(shown) ?? (/^\s*[[{]/.test(text) ? 'json' : 'csv');
  if (format === 'parquet') {
    throw new TrainingError(`${shown} is not a Parquet file: its first bytes are not PAR1; write it again.`);
  }
  if (start.subarray(0, ZIP.length).equals(ZIP)) {
    throw new TrainingError(`${shown} is a ZIP archive or an Excel workbook: unpack it, or save the sheet as CSV.`);
  }
  for (const [kind, sentence] of OTHER_KINDS) {
    if (!kind.test(text)) continue;
    const line = lineOfZero(text);
    throw new TrainingError(
      line === undefined
        ? `${shown} ${sentence}.`
        : `Line ${line} of ${shown} holds a character of code 0: remove it, or name the encoding with \`--encoding\`.`,
    );
  }
  if (guessed !== undefined) {
    options.warn(`${shown} is not UTF-8: it is read as ${guessed}. Set \`--encoding\` if that is wrong.`);
  }
  if (format === 'csv') return { shown, path: await withDoubledQuotes(shown, plain, into, text, options), format };
  const json = /^\s*\[/.test(text) ? 'json' : 'jsonl';
  return { shown, path: json === 'jsonl' ? await withLineFeeds(plain, into, text) : plain, format: json };
}

/** Line of the first zero of a text that is none but for a few zeros. */
function lineOfZero(text: string): number | undefined {
  // eslint-disable-next-line no-control-regex -- binary files are full of them
  const controls = text.replace(/[^\u0000-\u0008\u000e-\u001f\ufffd]/g, '').length;
  if (!text.includes('\0') || controls > text.length / 100) return undefined;
  return text.slice(0, text.indexOf('\0')).split(/\r\n|\n|\r/).length;
}

async function withDoubledQuotes(
  shown: string,
  path: string,
  into: string,
  start: string,
  { delimiter, quote, warn }: FileOptions,
): Promise<string> {
  const whole = start.slice(0, start.lastIndexOf('\n') + 1) || start;
  const given = { ...(delimiter === undefined ? {} : { delimiter }), ...(quote === undefined ? {} : { quote }) };
  if (!escapesQuotes(whole, given)) return path;
  warn(`${shown} is read with quotes that a backslash escapes. Set \`--quote none\` if that is wrong.`);
  const copy = `${into}.quotes`;
  await copyWithDoubledQuotes(path, copy);
  return copy;
}

/** JSON lines of old computers end with CR alone. */
async function withLineFeeds(path: string, into: string, start: string): Promise<string> {
  if (!/\r/.test(start) || /\n/.test(start)) return path;
  const copy = `${into}.lines`;
  await pipeline(
    createReadStream(path, { encoding: 'utf8' }),
    async function* (chunks: AsyncIterable<string>) {
      for await (const chunk of chunks) yield chunk.replaceAll('\r', '\n');
    },
    createWriteStream(copy),
  );
  return copy;
}

function checked(shown: string, format: Format, asked: Format | undefined): Format {
  if (asked === undefined || asked === format) return format;
  throw new TrainingError(`${shown} is a ${format} file, and not ${asked}: leave out \`--format ${asked}\`.`);
}

function endingOf(name: string): (typeof BY_ENDING)[number][1] | undefined {
  const plain = name.replace(COMPRESSED, '');
  return BY_ENDING.find(([ending]) => ending.test(plain))?.[1];
}
