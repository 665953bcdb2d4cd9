import { existsSync } from 'node:fs';
import { identifier, text, type Database } from './database.ts';
import { TrainingError } from './training-error.ts';

/** Training rows in the database, every column as text with NULL for a missing value. */
export interface TrainingTable {
  readonly database: Database;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** Name of the table that holds the training rows. */
export const TRAINING = 'training';

/**
 * Reads a CSV file, gzipped or not.
 *
 * @param missing - texts that stand for a missing value, beside the empty one
 * @throws {TrainingError} for a file that is not there, is empty, has no header or no rows
 */
export async function readTraining(
  database: Database,
  path: string,
  missing: readonly string[] = [],
): Promise<TrainingTable> {
  if (!existsSync(path)) throw new TrainingError(`There is no file ${path}: give the path of the training data.`);
  const source = (header: boolean): string => {
    const nulls = ['', ...missing].map(text).join(', ');
    return `read_csv(${text(path)}, header = ${String(header)}, all_varchar = true, nullstr = [${nulls}])`;
  };
  const columns = await readHeader(database, path, source(false));
  try {
    await database.rows(`CREATE TABLE ${TRAINING} AS SELECT * FROM ${source(true)}`);
  } catch (error) {
    throw new TrainingError(`${path} is not a CSV file that can be read: ${firstLine(error)}`, { cause: error });
  }
  const { rows } = await database.row(`SELECT count(*) AS rows FROM ${TRAINING}`);
  if (Number(rows) === 0) {
    throw new TrainingError(`${path} has a header and no rows: give the data that the model was trained on.`);
  }
  return { database, columns, rows: Number(rows) };
}

async function readHeader(database: Database, path: string, source: string): Promise<string[]> {
  let first: Record<string, unknown>;
  try {
    first = await database.row(`SELECT * FROM ${source} LIMIT 1`);
  } catch (error) {
    throw new TrainingError(`${path} is not a CSV file that can be read: ${firstLine(error)}`, { cause: error });
  }
  const names = Object.values(first);
  if (names.length === 0 || names.every((name) => name === null)) {
    throw new TrainingError(`${path} is empty: give the data that the model was trained on, with a header line.`);
  }
  const seen = new Set<string>();
  for (const [i, name] of names.entries()) {
    const remedy = 'begin the file with a line that names each column once.';
    if (typeof name !== 'string') throw new TrainingError(`Column ${i + 1} of ${path} has no name: ${remedy}`);
    if (name.trim() !== '' && Number.isFinite(Number(name))) {
      throw new TrainingError(`${path} has no header, its first line holds the number ${name}: ${remedy}`);
    }
    if (seen.has(name)) throw new TrainingError(`Two columns of ${path} are called ${name}: ${remedy}`);
    seen.add(name);
  }
  return [...seen];
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

/** A column's text as a finite number, else NULL. */
export function asNumber(column: string): string {
  const number = `TRY_CAST(${identifier(column)} AS DOUBLE)`;
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}
