import { dialectOf } from './sql/dialect.ts';
import type { TableSource } from './table-source.ts';
import { TrainingError } from './training-error.ts';

const { text } = dialectOf('duckdb');

/** What Hive writes for a missing value. */
const MISSING = '__HIVE_DEFAULT_PARTITION__';

/**
 * A source whose rows also have the values that the folders of its file are named by, as in `country=DE/part-0.parquet`.
 *
 * @param shown - path of the file, as the user knows it
 * @param names - the columns to read from it
 * @throws {TrainingError} when no folder has one of the names, or the file has a column of it
 */
export function withPartitions(source: TableSource, shown: string, names: readonly string[]): TableSource {
  const values = new Map(
    names.map((name) => {
      const own = source.columns.find((column) => column.toLowerCase() === name.toLowerCase());
      if (own !== undefined) {
        throw new TrainingError(`${shown} has a column ${own} of its own: leave out \`--partition ${name}\`.`);
      }
      return [name, partitionOf(shown, name)];
    }),
  );
  return {
    ...source,
    columns: [...source.columns, ...values.keys()],
    from: (columns) => {
      const own = columns.filter((column) => !values.has(column));
      // Rows are counted by a column of the file where a table has none.
      return source.from(own.length > 0 ? own : source.columns.slice(0, 1));
    },
    textOf: (column) => {
      const value = values.get(column);
      if (value === undefined) return source.textOf(column);
      return value === MISSING ? 'NULL' : text(value);
    },
  };
}

function partitionOf(shown: string, name: string): string {
  const folders = shown.split(/[\\/]/).slice(0, -1);
  const found = folders.find((folder) => folder.startsWith(`${name}=`))?.slice(name.length + 1);
  if (found === undefined) {
    throw new TrainingError(`${shown} is in no folder ${name}=…: leave out \`--partition ${name}\`.`);
  }
  try {
    return decodeURIComponent(found);
  } catch {
    // A percent sign that begins no escape is one.
    return found;
  }
}
