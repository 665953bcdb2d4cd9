import type { ReferenceProfile } from '@driftline/shared';
import { assembleProfile } from './assemble-profile.ts';
import { factsOf, type ColumnFacts } from './column-facts.ts';
import { checkRange, kindOf, type ColumnKind } from './column-kind.ts';
import { Database } from './database.ts';
import { Faults } from './faults.ts';
import { personalContent } from './personal-column.ts';
import { withPrivateFolder } from './private-folder.ts';
import { partsOf, statisticsOf, type ColumnLookup } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { dialectOf } from './sql/dialect.ts';
import { StatisticsSql } from './sql/statistics-sql.ts';
import type { Statistic } from './statistics.ts';
import type { ReadOptions } from './table-source.ts';
import { findTrainingFiles, type Format } from './training-files.ts';
import { TrainingError } from './training-error.ts';
import { readTraining, TRAINING } from './training-table.ts';

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
}

/** Approximate share of the work that is reading. */
const READING = 0.5;

/** Milliseconds between two looks at the progress of a long statement. */
const LOOK_MS = 200;

/**
 * Builds the reference profile of a model from its training rows.
 *
 * @throws {TrainingError} for data or options that no profile can be built from
 */
export async function buildProfile(request: ProfileRequest, options: BuildOptions): Promise<ReferenceProfile> {
  const { progress = () => undefined, warn = () => undefined } = options;
  return withPrivateFolder(async (scratch) => {
    const faults = new Faults();
    const files = await findTrainingFiles(options.paths, scratch, { ...options, warn }, faults);
    const database = await Database.open(scratch);
    try {
      const look = setInterval(() => progress('reading', READING * (database.progress ?? 0)), LOOK_MS);
      const reading = readTraining(database, files, { ...options, missing: request.missing, warn }, faults);
      const columns = await reading.finally(() => clearInterval(look));
      const lookup = new Lookup(database, faults, warn);
      const parts = await faults.collect(() => partsOf(request, columns, lookup, warn));
      if (parts !== undefined) {
        const answers = [parts.answer, parts.score, parts.compared?.label].filter((column) => column !== undefined);
        const numeric = parts.features.filter(({ kind }) => kind === 'numeric').map(({ name }) => name);
        await lookup.checkRanges([...answers, ...numeric]);
      }
      faults.refuse();
      if (parts === undefined) throw new TrainingError('The columns of the training data cannot be told.');
      const statements = statisticsOf(parts, request, new StatisticsSql(dialectOf('duckdb'), TRAINING));
      const statistics: Statistic[] = [];
      for (const [i, statement] of statements.entries()) {
        progress('counting', READING + (1 - READING) * (i / statements.length));
        statistics.push(...(await database.rows(statement)).map(statisticOf));
      }
      return assembleProfile(statistics, request, parts, warn);
    } finally {
      database.close();
    }
  });
}

/** Looks columns up in the training table, each once. */
class Lookup implements ColumnLookup {
  readonly #database: Database;
  readonly #faults: Faults;
  readonly #warn: (sentence: string) => void;
  readonly #facts = new Map<string, ColumnFacts>();

  constructor(database: Database, faults: Faults, warn: (sentence: string) => void) {
    this.#database = database;
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
    const known = this.#facts.get(column) ?? (await factsOf(this.#database, column));
    this.#facts.set(column, known);
    return known;
  }
}

/** A row of the database, whose counts are big integers. */
function statisticOf(row: Record<string, unknown>): Statistic {
  return { ...row, count: row['count'] === null ? null : Number(row['count']) } as Statistic;
}
