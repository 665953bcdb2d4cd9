import { checkNames } from './column-names.ts';
import { DatabaseError, type Database } from './database.ts';
import type { Faults } from './faults.ts';
import { dialectOf } from './sql/dialect.ts';
import { literalPath, type TableSource } from './table-source.ts';
import { TrainingError } from './training-error.ts';
import type { TrainingFile } from './training-files.ts';

const { identifier, text } = dialectOf('duckdb');

/** Opens a Parquet file, whose columns are numbers, texts, booleans or times. */
export async function parquetSource(
  database: Database,
  { shown, path }: TrainingFile,
  faults: Faults,
): Promise<TableSource> {
  const file = text(literalPath(path));
  const from = `read_parquet(${file}, hive_partitioning = false)`;
  try {
    const names = await topLevelNames(database, file);
    checkNames(shown, names, faults);
    const described = await database.rows(`DESCRIBE SELECT * FROM ${from}`);
    for (const [i, { column_type: type }] of described.entries()) {
      if (!/STRUCT|MAP|\[|UNION|BLOB/.test(String(type))) continue;
      faults.add(
        `Column ${String(names[i])} of ${shown} holds objects, lists or bytes: ` +
          'write one column for each value in it, or leave it out of the file.',
      );
    }
    return { columns: names, from: () => from, textOf: (column) => `CAST(${identifier(column)} AS VARCHAR)` };
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.full) throw error;
    throw new TrainingError(`${shown} is a damaged Parquet file: copy it or write it again.`, { cause: error });
  }
}

/** The names as they are in the file, before the database makes them differ. */
async function topLevelNames(database: Database, file: string): Promise<string[]> {
  const nodes = await database.rows(`SELECT name, num_children FROM parquet_schema(${file})`);
  const names: string[] = [];
  let inner = 0;
  // The tree is listed depth first, its root first.
  for (const { name, num_children: children } of nodes.slice(1)) {
    if (inner > 0) inner--;
    else names.push(String(name));
    inner += Number(children ?? 0);
  }
  return names;
}
