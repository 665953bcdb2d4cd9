import type { ReferenceProfile } from '@driftline/shared';
import { assembleProfile } from './assemble-profile.ts';
import { factsOf, type ColumnFacts } from './column-facts.ts';
import { checkRange, kindOf, type ColumnKind } from './column-kind.ts';
import { Database } from './database.ts';
import type { EngineLimits } from './engine-limits.ts';
import { Faults } from './faults.ts';
import { largeColumn } from './large-column.ts';
import { personalContent } from './personal-column.ts';
import { withPrivateFolder } from './private-folder.ts';
import {
  comparedColumns,
  numericColumns,
  partsOf,
  statisticsOf,
  type ColumnLookup,
  type NumericPlan,
  type ProfileParts,
} from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { partOf, stepOf, type Progress } from './progress.ts';
import { dialectOf } from './sql/dialect.ts';
import { StatisticsSql } from './sql/statistics-sql.ts';
import type { Statistic } from './statistics.ts';
import type { ReadOptions } from './table-source.ts';
import { findTrainingFiles, type Format } from './training-files.ts';
import { TrainingError } from './training-error.ts';
import { readTraining } from './training-table.ts';
import type { TrainingTables } from './training-tables.ts';

/** Where the training data is, and what is called while it is read. */
export interface BuildOptions extends Omit<ReadOptions, 'missing' | 'warn'> {
  /** Paths, folders or globs of files of one format; `-` is the standard input. */
  readonly paths: readonly string[];
  readonly format?: Format | undefined;
  readonly encoding?: string | undefined;
  /** Receives one sentence for whatever the user should know. */
  readonly warn?: (sentence: string) => void;
  /** Receives what is being done, and the share of all that is done, between 0 and 1. */
  readonly progress?: (what: string, share: number) => void;
  /** What the database may use; default: a share of the machine. */
  readonly limits?: EngineLimits;
  /** Different values from which the values of a numeric column are not counted one by one. */
  readonly large?: number;
}

/** Approximate shares of the work at which unpacking, reading and looking at single columns are done. */
const UNPACKED = 0.05;
const READ = 0.4;
const LOOKED = 0.5;

/** Different values from which a numeric column is large. */
const LARGE = 200_000;

/**
 * Builds the reference profile of a model from its training rows.
 *
 * @throws {TrainingError} for data or options that no profile can be built from
 */
export async function buildProfile(request: ProfileRequest, options: BuildOptions): Promise<ReferenceProfile> {
  const { progress = () => undefined, warn = () => undefined } = options;
  return withPrivateFolder(async (scratch) => {
    const faults = new Faults();
    const reading: Progress = (share) => progress('reading', share);
    const unpacked = partOf(reading, 0, UNPACKED);
    const files = await findTrainingFiles(options.paths, scratch, { ...options, warn, progress: unpacked }, faults);
    const database = await Database.open(scratch, options.limits);
    try {
      const { tables, rows } = await readTraining(
        database,
        files,
        comparedColumns(request),
        { ...options, missing: request.missing, warn },
        faults,
        partOf(reading, UNPACKED, READ),
      );
      const counting: Progress = (share) => progress('counting', share);
      const lookup = new Lookup(database, tables, rows, faults, warn, partOf(counting, READ, LOOKED));
      const parts = await faults.collect(() => partsOf(request, tables.columns, lookup, warn));
      if (parts !== undefined) {
        const answers = [parts.answer, parts.score, parts.compared?.label].filter((column) => column !== undefined);
        const numeric = parts.features.filter(({ kind }) => kind === 'numeric').map(({ name }) => name);
        await lookup.checkRanges([...answers, ...numeric]);
      }
      faults.refuse();
      if (parts === undefined) throw new TrainingError('The columns of the training data cannot be told.');
      const statistics = await count(
        database,
        tables,
        rows,
        request,
        parts,
        lookup,
        options.large,
        partOf(counting, LOOKED, 1),
      );
      return assembleProfile(statistics, request, parts, warn);
    } finally {
      database.close();
    }
  });
}

/** Looks columns up in the training table, each once. */
class Lookup implements ColumnLookup {
  readonly #database: Database;
  readonly #tables: TrainingTables;
  readonly #faults: Faults;
  readonly #warn: (sentence: string) => void;
  readonly #statements: readonly (readonly string[])[];
  readonly #progress: Progress;
  readonly #facts = new Map<string, ColumnFacts>();

  constructor(
    database: Database,
    tables: TrainingTables,
    rows: number,
    faults: Faults,
    warn: (sentence: string) => void,
    progress: Progress,
  ) {
    this.#database = database;
    this.#tables = tables;
    this.#statements = tables.statements(tables.columns, rows);
    this.#progress = progress;
    this.#faults = faults;
    this.#warn = warn;
  }

  /** A column without a kind is reported with the other faults. */
  async kindOf(column: string): Promise<ColumnKind> {
    const facts = await this.#factsOf(column);
    const kind = await this.#faults.collect(async () => kindOf(column, facts));
    if (kind === 'categorical' && facts.numbers === facts.present) {
      this.#warn(
        `Column ${column} holds numbers with leading zeros, such as ${String(facts.zeroText)}: it is categorical. ` +
          `Set \`--numeric ${column}\` if that is wrong.`,
      );
    }
    return kind ?? 'categorical';
  }

  async exclusionOf(column: string): Promise<string | undefined> {
    return personalContent(column, await this.#factsOf(column));
  }

  async distinctOf(column: string): Promise<number> {
    return (await this.#factsOf(column)).distinct;
  }

  async checkRanges(columns: readonly string[]): Promise<void> {
    for (const column of columns) {
      const facts = await this.#factsOf(column);
      await this.#faults.collect(async () => checkRange(column, facts));
    }
  }

  async #factsOf(column: string): Promise<ColumnFacts> {
    const known = this.#facts.get(column);
    if (known !== undefined) return known;
    const at = this.#statements.findIndex((columns) => columns.includes(column));
    const columns = this.#statements[at] ?? [column];
    const found = await factsOf(this.#database, this.#tables.of(column).name, columns);
    for (const [name, facts] of found) this.#facts.set(name, facts);
    stepOf(this.#progress, at, this.#statements.length)(1);
    return found.get(column) as ColumnFacts;
  }
}

/** All statistics of the parts, statement by statement. */
async function count(
  database: Database,
  tables: TrainingTables,
  rows: number,
  request: ProfileRequest,
  parts: ProfileParts,
  lookup: Lookup,
  most = LARGE,
  progress: Progress,
): Promise<readonly Statistic[]> {
  const large = new Set<string>();
  for (const column of numericColumns(parts)) {
    if (request.edges?.[column] === undefined && (await lookup.distinctOf(column)) > most) large.add(column);
  }
  const divide: NumericPlan['divide'] = (columns) => tables.statements(columns, rows);
  const sql = new StatisticsSql(dialectOf('duckdb'), (column) => tables.of(column).name);
  const statements = statisticsOf(parts, request, sql, { divide, large });
  const steps = [
    ...statements.map((statement) => async () => (await database.rows(statement)).map(statisticOf)),
    ...[...large].map((column) => () => largeColumn(database, tables.of(column).name, column, request.bins)),
  ];
  const statistics: Statistic[] = [];
  for (const [i, step] of steps.entries()) {
    for (const statistic of await step()) statistics.push(statistic);
    stepOf(progress, i, steps.length)(1);
  }
  return statistics;
}

/** A row of the database, whose counts are big integers. */
function statisticOf(row: Record<string, unknown>): Statistic {
  return { ...row, count: row['count'] === null ? null : Number(row['count']) } as Statistic;
}
