import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { messageOf } from '../values/thrown.ts';
import { checkNames } from './column-names.ts';
import { DatabaseError, type Database } from './database.ts';
import type { Faults } from './faults.ts';
import { listed } from '../values/listed.ts';
import { dialectOf } from './sql/dialect.ts';
import { literalPath, type TableSource } from './table-source.ts';
import { TrainingError } from './training-error.ts';
import { TrainingTables } from './training-tables.ts';
import type { TrainingFile } from './training-files.ts';

const { identifier, text } = dialectOf('duckdb');

/** Bytes up to which a faulty file is parsed as a whole, to explain it. */
const MOST_PARSED = 64 * 1024 * 1024;

/** Rows that are searched for keys that come twice; those that differ. */
const MOST_FAULTY_ROWS = 100;

/** Opens JSON lines or an array of objects. Values stay as they are written: no text becomes a number or a time. */
export async function jsonSource(
  database: Database,
  file: TrainingFile,
  faults: Faults,
): Promise<TableSource | undefined> {
  const { shown, path, format } = file;
  const layout = format === 'json' ? 'array' : 'newline_delimited';
  const options = `${text(literalPath(path))}, format = '${layout}', compression = 'uncompressed', hive_partitioning = false`;
  try {
    const objects = `read_json_objects(${options.replace(', hive_partitioning = false', '')})`;
    const { others } = await database.row(
      `SELECT count(*) FILTER (WHERE json_type(json) <> 'OBJECT') AS others FROM ${objects}`,
    );
    if (Number(others) > 0) throw new TrainingError(await explain(file));
    const columns = await keysOf(database, objects);
    if (columns.length === 0) {
      throw new TrainingError(`${shown} has no rows with values: give the data that the model was trained on.`);
    }
    const twice = await database.rows(
      `WITH o AS (SELECT json_keys(json) AS keys FROM ${objects}),
         d AS (SELECT DISTINCT keys FROM o WHERE len(keys) > len(list_distinct(keys)) LIMIT ${MOST_FAULTY_ROWS})
       SELECT DISTINCT k FROM (SELECT keys, unnest(keys) AS k FROM d) GROUP BY keys, k HAVING count(*) > 1 ORDER BY k`,
    );
    for (const { k } of twice) faults.add(`A row of ${shown} has two values of ${String(k)}: write each key once.`);
    if (!checkNames(shown, columns, faults) || twice.length > 0) return undefined;
    const from = (some: readonly string[]): string => {
      const types = some.map((column) => `${text(column)}: 'JSON'`).join(', ');
      return `read_json(${options}, columns = {${types}})`;
    };
    await checkTypes(database, shown, from, columns, faults);
    return { columns, from, textOf: (column) => `(${identifier(column)} ->> '$')` };
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.full) throw error;
    throw new TrainingError(await explain(file), { cause: error });
  }
}

/** All keys, those of the first object first and in its order. */
async function keysOf(database: Database, objects: string): Promise<string[]> {
  const { first } = await database.row(`SELECT json_keys(json) AS first FROM ${objects} LIMIT 1`);
  const all = await database.rows(`SELECT DISTINCT unnest(json_keys(json)) AS name FROM ${objects} ORDER BY name`);
  return [...new Set([...((first ?? []) as string[]), ...all.map(({ name }) => String(name))])];
}

async function checkTypes(
  database: Database,
  shown: string,
  from: TableSource['from'],
  columns: readonly string[],
  faults: Faults,
): Promise<void> {
  for (const { columns: some } of new TrainingTables(columns, []).all) {
    const counts = some.map(
      (column, i) => `count(*) FILTER (WHERE json_type(${identifier(column)}) IN ('OBJECT', 'ARRAY')) AS n${i}`,
    );
    if (counts.length === 0) return;
    const nested = await database.row(`SELECT ${counts.join(', ')} FROM ${from(some)}`);
    for (const [i, column] of some.entries()) {
      if (Number(nested[`n${i}`]) > 0) {
        faults.add(
          `Column ${column} of ${shown} holds objects or lists: ` +
            'write one column for each value in it, or leave it out of the file.',
        );
      }
    }
  }
}

/** Why a file cannot be read, with the lines. */
async function explain({ shown, path, format }: TrainingFile): Promise<string> {
  const action = 'write one JSON object a line, or one array of objects';
  if (format === 'json') return `${shown} is ${await arrayFault(path)}: ${action}.`;
  const lines: number[] = [];
  let line = 0;
  for await (const content of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line++;
    if (content.trim() !== '' && !isObject(content)) lines.push(line);
  }
  if (lines.length === 0) {
    return `${shown} has lines that are longer than 16 MB, or texts with half a character such as \\ud800: ${action}.`;
  }
  if (await isOneObject(path)) return `${shown} is one JSON object over several lines: ${action}.`;
  const [subject, object] = lines.length === 1 ? ['Line', 'is not a JSON object'] : ['Lines', 'are not JSON objects'];
  return `${subject} ${listed(lines)} of ${shown} ${object}: ${action}.`;
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

async function isOneObject(path: string): Promise<boolean> {
  return (await stat(path)).size < MOST_PARSED && isObject(await readFile(path, 'utf8'));
}

async function arrayFault(path: string): Promise<string> {
  try {
    const rows = JSON.parse(await readFile(path, 'utf8')) as unknown[];
    const row = rows.findIndex((value) => typeof value !== 'object' || value === null || Array.isArray(value));
    return row < 0 ? 'too large or not an array of objects' : `not an array of objects, see element ${row + 1}`;
  } catch (error) {
    const where = /line \d+ column \d+/.exec(messageOf(error))?.[0];
    if (where !== undefined) return `not JSON at ${where}`;
    return /end of JSON/.test(messageOf(error)) ? 'not complete' : 'not JSON';
  }
}
