import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReferenceProfile } from '@driftline/shared';
import { assembleProfile } from './assemble-profile.ts';
import { kindOf } from './column-kind.ts';
import { Database } from './database.ts';
import { partsOf, statisticsOf } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { dialectOf } from './sql/dialect.ts';
import { StatisticsSql } from './sql/statistics-sql.ts';
import type { Statistic } from './statistics.ts';
import { findTrainingFiles, type Format } from './training-files.ts';
import { readTraining, TRAINING } from './training-table.ts';

/** Where the training data is, and what is called while it is read. */
export interface BuildOptions {
  /** Paths of files of one format; `-` is the standard input. */
  readonly paths: readonly string[];
  readonly format?: Format;
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
  const { progress = () => undefined } = options;
  const scratch = await mkdtemp(join(tmpdir(), 'driftline-profile-'));
  try {
    const files = await findTrainingFiles(options.paths, scratch, options.format);
    const database = await Database.open(scratch);
    try {
      const look = setInterval(() => progress('reading', READING * (database.progress ?? 0)), LOOK_MS);
      const columns = await readTraining(database, files, request.missing).finally(() => clearInterval(look));
      const parts = await partsOf(request, columns, {
        kindOf: (column) => kindOf(database, column),
        distinctOf: (column) => distinctOf(database, column),
      });
      const statements = statisticsOf(parts, request, new StatisticsSql(dialectOf('duckdb'), TRAINING));
      const statistics: Statistic[] = [];
      for (const [i, statement] of statements.entries()) {
        progress('counting', READING + (1 - READING) * (i / statements.length));
        statistics.push(...(await database.rows(statement)).map(statisticOf));
      }
      return assembleProfile(statistics, request, parts, options.warn);
    } finally {
      database.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function distinctOf(database: Database, column: string): Promise<number> {
  const { identifier } = dialectOf('duckdb');
  const { values } = await database.row(
    `SELECT approx_count_distinct(${identifier(column)}) AS values FROM ${TRAINING}`,
  );
  return Number(values);
}

/** A row of the database, whose counts are big integers. */
function statisticOf(row: Record<string, unknown>): Statistic {
  return { ...row, count: row['count'] === null ? null : Number(row['count']) } as Statistic;
}
