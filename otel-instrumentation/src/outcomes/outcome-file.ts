import type { Column } from '../recorder/batch.ts';
import { Database } from '../profile/database.ts';
import { Faults } from '../profile/faults.ts';
import { withPrivateFolder } from '../profile/private-folder.ts';
import { dialectOf } from '../profile/sql/dialect.ts';
import type { ReadOptions } from '../profile/table-source.ts';
import { findTrainingFiles, type FileOptions } from '../profile/training-files.ts';
import { readTraining } from '../profile/training-table.ts';
import type { OutcomeBatch } from '../recorder/outcome-batch.ts';

const { identifier } = dialectOf('duckdb');

/** Where the files hold what an outcome consists of. */
export interface OutcomeColumns {
  readonly prediction: string;
  /** The ground truth. */
  readonly label: string;
  /** Columns of scores, by class where there are more than two. */
  readonly scores?: string | Readonly<Record<string, string>> | undefined;
  /** Attributes of groups, each in a column of its name unless `groups` names another. */
  readonly attributes: readonly string[];
  readonly groups: Readonly<Record<string, string>>;
}

/**
 * Reads outcomes from files like those of training data, and checks all of them before it hands on the first.
 *
 * @param use - receives the outcomes in parts
 * @throws {TrainingError} for a file that cannot be read, and a column that is not there
 */
export async function withOutcomes<T>(
  paths: readonly string[],
  columns: OutcomeColumns,
  options: ReadOptions & FileOptions,
  use: (batches: AsyncIterable<OutcomeBatch>) => Promise<T>,
): Promise<T> {
  return withPrivateFolder(async (scratch) => {
    const faults = new Faults();
    const read = { ...options, data: 'predictions with their labels' };
    const files = await findTrainingFiles(paths, scratch, read, faults);
    const database = await Database.open(scratch);
    try {
      const wanted = [
        columns.prediction,
        columns.label,
        ...Object.values(scoreColumns(columns)),
        ...columns.attributes.map((name) => columns.groups[name] ?? name),
      ];
      const { tables } = await readTraining(database, files, wanted, read, faults);
      const scores = Object.entries(scoreColumns(columns));
      const groups = groupColumns(columns, tables.columns, options.warn);
      const roles: readonly (readonly [string, string])[] = [
        ['--prediction', columns.prediction],
        ['--label', columns.label],
        ...scores.map(([name, column]) => [name === '' ? '--score' : `--score-of ${name}`, column] as const),
        ...groups.map(([attribute, column]) => [`--group ${attribute}`, column] as const),
      ];
      for (const [option, column] of roles) {
        if (tables.columns.includes(column)) continue;
        faults.add(
          `${option} names the column ${column}, which the data does not have: choose from ${tables.columns.join(', ')}.`,
        );
      }
      faults.refuse();
      const names = roles.map(([, column]) => identifier(column));
      const rows = database.columns(`SELECT ${names.join(', ')} FROM ${tables.of(null).name}`);
      return await use(
        batchesOf(
          rows,
          scores.map(([name]) => name),
          groups,
        ),
      );
    } finally {
      database.close();
    }
  });
}

/** Columns of scores by class; the class of the only one is the empty text. */
function scoreColumns({ scores = {} }: OutcomeColumns): Readonly<Record<string, string>> {
  return typeof scores === 'string' ? { '': scores } : scores;
}

/** Column by attribute; attributes without one are told, and their outcomes count as of no known group. */
function groupColumns(
  { attributes, groups }: OutcomeColumns,
  columns: readonly string[],
  warn: (sentence: string) => void,
): readonly (readonly [attribute: string, column: string])[] {
  return attributes.flatMap((attribute) => {
    const column = groups[attribute];
    if (column !== undefined) return [[attribute, column] as const];
    if (columns.includes(attribute)) return [[attribute, attribute] as const];
    warn(
      `No column is called ${attribute}, like a group of the profile: these outcomes count as of a missing ${attribute}. ` +
        `Name its column with \`--group ${attribute}=COLUMN\`.`,
    );
    return [];
  });
}

async function* batchesOf(
  parts: AsyncIterable<readonly Column[]>,
  scored: readonly string[],
  groups: readonly (readonly [string, string])[],
): AsyncGenerator<OutcomeBatch> {
  for await (const [predictions = [], actuals = [], ...rest] of parts) {
    const values = rest.slice(scored.length);
    const byClass = Object.fromEntries(scored.map((name, i) => [name, rest[i] ?? []]));
    yield {
      predictions,
      actuals,
      ...(scored.length === 0 ? {} : { scores: byClass[''] ?? byClass }),
      groups: Object.fromEntries(groups.map(([attribute], i) => [attribute, values[i] ?? []])),
    };
  }
}
