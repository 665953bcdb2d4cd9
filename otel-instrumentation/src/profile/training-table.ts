import { messageOf } from '../values/thrown.ts';
import type { Database } from './database.ts';
import { dialectOf } from './sql/dialect.ts';
import { isGzip, type Format, type TrainingFiles } from './training-files.ts';
import { TrainingError } from './training-error.ts';

const { identifier, text } = dialectOf('duckdb');

/** Name of the table that holds the training rows, every column as text with NULL for a missing value. */
export const TRAINING = 'training';

/**
 * Reads the files into the table {@link TRAINING}.
 *
 * @param missing - texts that mean a missing value, besides the empty one
 * @returns the names of the columns
 * @throws {TrainingError} for files that cannot be read, have no header, no rows, or not the same columns
 */
export async function readTraining(
  database: Database,
  files: TrainingFiles,
  missing: readonly string[] = [],
): Promise<readonly string[]> {
  const nulls = ['', ...missing].map(text).join(', ');
  const gzip = await isGzip(files.paths[0] as string);
  const columns = await commonColumns(database, files, gzip);
  const source = sourceOf(files.format, files.paths, gzip, `header = true, nullstr = [${nulls}]`);
  const asText = columns.map((column) => {
    const name = identifier(column);
    return `CASE WHEN CAST(${name} AS VARCHAR) NOT IN (${nulls}, 'nan', 'NaN') THEN CAST(${name} AS VARCHAR) END AS ${name}`;
  });
  try {
    await database.run(`CREATE TABLE ${TRAINING} AS SELECT ${asText.join(', ')} FROM ${source}`);
  } catch (error) {
    throw unreadable(files.paths.join(', '), files, error);
  }
  const { rows } = await database.row(`SELECT count(*) AS rows FROM ${TRAINING}`);
  if (Number(rows) === 0) {
    const empty = files.format === 'csv' ? 'has a header and no rows' : 'has no rows';
    throw new TrainingError(`${files.paths.join(', ')} ${empty}: give the data that the model was trained on.`);
  }
  return columns;
}

/** @param csvOptions - further options, which CSV files need only */
function sourceOf(format: Format, paths: readonly string[], gzip: boolean, csvOptions: string): string {
  const list = `[${paths.map(text).join(', ')}]`;
  switch (format) {
    case 'csv':
      return `read_csv(${list}, all_varchar = true, ${csvOptions}, compression = '${gzip ? 'gzip' : 'none'}')`;
    case 'jsonl':
      return `read_json(${list}, format = 'newline_delimited', compression = '${gzip ? 'gzip' : 'uncompressed'}')`;
    case 'parquet':
      return `read_parquet(${list})`;
  }
}

async function commonColumns(database: Database, files: TrainingFiles, gzip: boolean): Promise<readonly string[]> {
  let common: readonly string[] | undefined;
  for (const path of files.paths) {
    const columns = await columnsOf(database, path, files, gzip);
    common ??= columns;
    if (columns.length !== common.length || columns.some((column) => !common?.includes(column))) {
      throw new TrainingError(
        `${path} has the columns ${columns.join(', ')}, and ${String(files.paths[0])} has ${common.join(', ')}: ` +
          'give files with the same columns.',
      );
    }
  }
  return common ?? [];
}

async function columnsOf(
  database: Database,
  path: string,
  files: TrainingFiles,
  gzip: boolean,
): Promise<readonly string[]> {
  try {
    const source = sourceOf(files.format, [path], gzip, 'header = false');
    if (files.format === 'csv') {
      return checkHeader(path, Object.values(await database.row(`SELECT * FROM ${source} LIMIT 1`)));
    }
    const described = await database.rows(`DESCRIBE SELECT * FROM ${source}`);
    return described.map((row) => checkType(path, String(row['column_name']), String(row['column_type'])));
  } catch (error) {
    throw error instanceof TrainingError ? error : unreadable(path, files, error);
  }
}

function checkHeader(path: string, names: readonly unknown[]): string[] {
  const action = 'begin the file with a line that names each column once.';
  if (names.length === 0 || names.every((name) => name === null)) {
    throw new TrainingError(`${path} is empty: give the data that the model was trained on, with a header line.`);
  }
  const seen = new Set<string>();
  for (const [i, name] of names.entries()) {
    if (typeof name !== 'string') throw new TrainingError(`Column ${i + 1} of ${path} has no name: ${action}`);
    if (name.trim() !== '' && Number.isFinite(Number(name))) {
      throw new TrainingError(`${path} has no header, its first line holds the number ${name}: ${action}`);
    }
    if (seen.has(name)) throw new TrainingError(`Two columns of ${path} are called ${name}: ${action}`);
    seen.add(name);
  }
  return [...seen];
}

function checkType(path: string, column: string, type: string): string {
  if (!/STRUCT|MAP|\[|UNION|BLOB/.test(type)) return column;
  throw new TrainingError(
    `Column ${column} of ${path} holds ${type.startsWith('STRUCT') ? 'objects' : 'lists or bytes'}: ` +
      'write one column for each value in it, or leave it out of the file.',
  );
}

function unreadable(path: string, { format }: TrainingFiles, error: unknown): TrainingError {
  const reason = messageOf(error).split('\n')[0] ?? '';
  const name = { csv: 'CSV file', jsonl: 'file of JSON lines', parquet: 'Parquet file' }[format];
  return new TrainingError(`${path} is not a ${name} that can be read: ${reason}`, { cause: error });
}
