import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { checkNames } from './column-names.ts';
import { guessDialect } from './csv-dialect.ts';
import { isRow } from './csv-header.ts';
import { csvRecords, CsvScanner, type CsvDialect, type CsvRecord } from './csv-scanner.ts';
import type { Faults } from './faults.ts';
import type { Progress } from './progress.ts';
import { listed } from '../values/listed.ts';
import { dialectOf } from './sql/dialect.ts';
import { literalPath, type ReadOptions, type TableSource } from './table-source.ts';
import { TrainingError } from './training-error.ts';
import type { TrainingFile } from './training-files.ts';
import { firstBytes } from './unpack-file.ts';

const { identifier, text } = dialectOf('duckdb');

/** A character that no text holds, for files without quotes. */
export const NO_QUOTE = '\0';

/** Characters of a line that the database reads. */
const LONGEST = 2_000_000;

/** Bytes from which dialect and header are guessed. */
const SAMPLE = 256 * 1024;

/**
 * Opens a CSV file: guesses what is not given, and checks the header and the number of fields of each line.
 *
 * @param faults - receives what is wrong; without usable columns the result is undefined
 */
export async function csvSource(
  { shown, path }: TrainingFile,
  options: ReadOptions,
  faults: Faults,
): Promise<TableSource | undefined> {
  const sample = await startOf(path);
  // A spreadsheet names its delimiter in a line of its own.
  const preamble = /^sep=(.)\r?\n/i.exec(sample);
  const skipped = preamble === null ? 0 : 1;
  const delimiter = options.delimiter ?? preamble?.[1];
  if (delimiter !== undefined && delimiter === options.quote) {
    throw new TrainingError(`${JSON.stringify(delimiter)} cannot be both delimiter and quote: set two characters.`);
  }
  const dialect = guessDialect(sample.slice(preamble?.[0].length ?? 0), {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(options.quote === undefined ? {} : { quote: options.quote }),
  });
  const records = csvRecords(sample, dialect).filter(({ size, line }) => size > 0 && line > skipped);
  const [first] = records;
  if (first === undefined) return undefined;
  const rows = records.slice(1).map(({ fields }) => fields);
  if (options.header === undefined && isRow(first.fields, rows)) {
    faults.add(
      `${shown} has no header, its first line holds ${JSON.stringify(first.fields[0])} like the lines below: ` +
        'begin the file with a line that names each column, or give the names with `--header age,income,...`.',
    );
    return undefined;
  }
  const columns = options.header ?? first.fields.map((name) => name.trim());
  tellGuess(shown, dialect, columns, options);
  const headerLine = options.header === undefined ? first.line : skipped;
  const scanned = await scan(path, dialect, columns.length, headerLine, options.scanned);
  checkNames(shown, columns, faults);
  describeFaults(shown, columns.length, scanned, options.header !== undefined, faults);
  if (isMostlyRagged(scanned)) return undefined;
  return {
    columns,
    from: () => readCsv(path, dialect, columns, headerLine, options.header === undefined),
    textOf: identifier,
    // What the database makes of faulty lines does not matter.
    ...(scanned.ragged.length + scanned.misquoted.length + scanned.long.length === 0 ? { rows: scanned.rows } : {}),
  };
}

/** The start of a file, up to a whole line. */
async function startOf(path: string): Promise<string> {
  const start = await firstBytes(path, SAMPLE);
  const whole = start.length === (await stat(path)).size;
  const end = Math.max(start.lastIndexOf('\n'), start.lastIndexOf('\r'));
  return (whole || end < 0 ? start : start.subarray(0, end + 1)).toString();
}

function tellGuess(
  shown: string,
  { delimiter, quote }: CsvDialect,
  columns: readonly string[],
  options: ReadOptions,
): void {
  const usual = /\.(tsv|tab)\b/i.test(shown) ? '\t' : ',';
  const [only = '', ...others] = columns;
  if (others.length === 0 && /[^\p{L}\p{N}\s_()]/u.test(only)) {
    options.warn(`${shown} is read as one column, ${only.slice(0, 40)}. Set \`--delimiter\` if that is wrong.`);
  } else if (options.delimiter === undefined && delimiter !== usual) {
    options.warn(`${shown} is read with the delimiter ${nameOf(delimiter)}. Set \`--delimiter\` if that is wrong.`);
  }
  if (options.quote === undefined && quote !== '"') {
    options.warn(`${shown} is read with the quote ${quote}. Set \`--quote\` if that is wrong.`);
  }
}

function nameOf(delimiter: string): string {
  return { ',': 'comma', '\t': 'tab', ';': 'semicolon', ' ': 'space' }[delimiter] ?? delimiter;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

interface Scanned {
  readonly rows: number;
  readonly ragged: readonly CsvRecord[];
  readonly misquoted: readonly CsvRecord[];
  readonly long: readonly CsvRecord[];
}

/** @param headerLine - line in which the header begins; 0 without one */
async function scan(
  path: string,
  dialect: CsvDialect,
  width: number,
  headerLine: number,
  scanned: Progress = () => undefined,
): Promise<Scanned> {
  let rows = 0;
  const ragged: CsvRecord[] = [];
  const misquoted: CsvRecord[] = [];
  const long: CsvRecord[] = [];
  const scanner = new CsvScanner(dialect, (record) => {
    // A blank line is no row, but of a single column it is a missing value.
    if (record.line <= headerLine || (record.size === 0 && width > 1)) return;
    if (record.misquoted) misquoted.push(record);
    else if (Math.max(record.size, 1) !== width) ragged.push(record);
    else if (record.length > LONGEST) long.push(record);
    else rows++;
  });
  const { size } = await stat(path);
  const stream = createReadStream(path, { encoding: 'utf8' });
  for await (const chunk of stream) {
    scanner.push(chunk as string);
    scanned(stream.bytesRead / size);
  }
  scanner.end();
  return { rows, ragged, misquoted, long };
}

/** Whether the first line is no header of the others. */
function isMostlyRagged({ rows, ragged }: Scanned): boolean {
  return ragged.length > rows;
}

function describeFaults(shown: string, width: number, scanned: Scanned, headerIsGiven: boolean, faults: Faults): void {
  const { ragged, misquoted, long } = scanned;
  const lines = (records: readonly CsvRecord[]): string =>
    `${records.length === 1 ? 'Line' : 'Lines'} ${listed(records.map(({ line }) => line))} of ${shown}`;
  const [first] = ragged;
  if (first !== undefined && isMostlyRagged(scanned)) {
    faults.add(
      `${headerIsGiven ? '`--header` names' : `The first line of ${shown} has`} ${counted(width, 'column')}, and most ` +
        `lines of ${shown} have ${first.size}: name each column once, remove what stands above the header, or set \`--delimiter\`.`,
    );
  } else if (first !== undefined) {
    const sizes = ragged.length === 1 ? `has ${counted(first.size, 'field')}` : 'have more or fewer fields';
    faults.add(
      `${lines(ragged)} ${sizes}, and the header has ${width}: put quotes around a field that holds the delimiter, ` +
        'or set `--delimiter`.',
    );
  }
  if (long.length > 0) {
    faults.add(
      `${lines(long)} ${long.length === 1 ? 'is' : 'are'} longer than 2 MB: shorten the longest field, or leave its column out of the file.`,
    );
  }
  if (misquoted.length > 0) {
    faults.add(
      `${lines(misquoted)} ${misquoted.length === 1 ? 'has' : 'have'} a quoted field that does not end at its quote: ` +
        'double a quote within quotes, or set `--quote` (`--quote none` if quotes mean nothing).',
    );
  }
}

/** @param headerLine - line in which the header begins; without one, the last line above the rows */
function readCsv(
  path: string,
  { delimiter, quote }: CsvDialect,
  columns: readonly string[],
  headerLine: number,
  hasHeader: boolean,
): string {
  const types = columns.map((column) => `${text(column)}: 'VARCHAR'`).join(', ');
  const mark = text(quote === NO_QUOTE ? '' : quote);
  return (
    `read_csv(${text(literalPath(path))}, auto_detect = false, columns = {${types}}, delim = ${text(delimiter)}, ` +
    `quote = ${mark}, escape = ${mark}, comment = '', header = ${hasHeader}, skip = ${hasHeader ? headerLine - 1 : headerLine}, ` +
    // The scanner has told of every line that is left out here.
    `ignore_errors = true, strict_mode = false, nullstr = '', hive_partitioning = false, compression = 'none')`
  );
}
