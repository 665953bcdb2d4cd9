import type { Database } from './database.ts';
import { dialectOf } from './sql/dialect.ts';
import { TRAINING } from './training-table.ts';
import { TrainingError } from './training-error.ts';

export type ColumnKind = 'numeric' | 'categorical';

/**
 * A column of which every value is a number is numeric; one of which none is, categorical.
 *
 * @throws {TrainingError} for a mixture, in which one of the two would be lost without a word
 */
export async function kindOf(database: Database, column: string): Promise<ColumnKind> {
  const { identifier, finite } = dialectOf('duckdb');
  const name = identifier(column);
  const counts = await database.row(
    `SELECT count(${name}) AS present, count(${finite(name)}) AS numbers,
       min(${name}) FILTER (WHERE (${finite(name)}) IS NULL) AS example FROM ${TRAINING}`,
  );
  const present = Number(counts['present']);
  const numbers = Number(counts['numbers']);
  if (present === 0) {
    throw new TrainingError(
      `Column ${column} is empty in every row: leave it out with \`--exclude ${column}\`, or give data that has it.`,
    );
  }
  if (numbers === present) return 'numeric';
  if (numbers === 0) return 'categorical';
  const example = String(counts['example']);
  throw new TrainingError(
    `Column ${column} mixes ${numbers} numbers with ${present - numbers} texts such as ${JSON.stringify(example)}: ` +
      `if the texts mean missing, set \`--missing ${JSON.stringify(example)}\`; ` +
      `else set \`--categorical ${column}\` or \`--numeric ${column}\` (texts then count as missing).`,
  );
}
