import { join } from 'node:path';
import { debuglog } from 'node:util';
import type * as duckdb from '@duckdb/node-api';
import { messageOf } from '../values/thrown.ts';
import { engineLimits, type EngineLimits } from './engine-limits.ts';
import { DISK_FULL } from './private-folder.ts';
import type { Progress } from './progress.ts';
import { TrainingError } from './training-error.ts';

const debug = debuglog('driftline');

/** One row of a result: plain JavaScript values by column name. */
export type Row = Record<string, unknown>;

/** Milliseconds between two looks at the progress of a statement. */
const LOOK_MS = 100;

/** A statement that failed; those who know what it was for give a better sentence. */
export class DatabaseError extends TrainingError {
  /** Whether memory or disk is full, so that the data is not to blame. */
  readonly full: boolean;

  constructor(words: string, cause: unknown) {
    const full = FULL.find(([pattern]) => pattern.test(words))?.[1];
    super(full ?? 'The training data cannot be evaluated: set NODE_DEBUG=driftline to see the reason, and report it.', {
      cause,
    });
    this.full = full !== undefined;
  }
}

/** What the engine says when there is no room, and what to do. */
const FULL: readonly [RegExp, string][] = [
  [/no space|disk full|quota exceeded|file too large|max_temp_directory_size/i, DISK_FULL],
  [
    /out of memory/i,
    'The training data needs more memory than there is: give fewer rows or columns, such as a random sample.',
  ],
];

/** An embedded analytical database on disk, so that memory does not grow with the data. */
export class Database {
  readonly #connection: duckdb.DuckDBConnection;

  private constructor(connection: duckdb.DuckDBConnection) {
    this.#connection = connection;
  }

  /**
   * @param scratch - an empty folder for the database's files
   * @throws {TrainingError} when the package, an optional peer, is not installed
   */
  static async open(scratch: string, limits: EngineLimits = engineLimits()): Promise<Database> {
    const { DuckDBInstance } = await load();
    const connection = await inOurWords(async () => {
      const instance = await DuckDBInstance.create(join(scratch, 'training.duckdb'), {
        memory_limit: `${limits.memory}B`,
        threads: String(limits.threads),
        temp_directory: join(scratch, 'spill'),
        preserve_insertion_order: 'false',
      });
      const connected = await instance.connect();
      // Progress is counted, and not printed: the command has a bar of its own.
      await connected.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
      return connected;
    });
    return new Database(connection);
  }

  /** @param progress - receives the share of the statement that is done, where the engine knows it */
  async run(sql: string, progress?: Progress): Promise<void> {
    const look = (): void => {
      const { percentage } = this.#connection.progress;
      if (percentage >= 0) progress?.(Math.min(percentage / 100, 1));
    };
    const looking = setInterval(look, LOOK_MS);
    try {
      await inOurWords(() => this.#connection.run(sql));
    } finally {
      clearInterval(looking);
    }
    progress?.(1);
  }

  async rows(sql: string): Promise<Row[]> {
    // Rows are read as they come: a whole result keeps memory that Node does not know of until it collects garbage.
    return inOurWords(async () => {
      const result = await this.#connection.stream(sql);
      const rows: Row[] = [];
      for await (const some of result.yieldRowObjectJs()) for (const row of some) rows.push(row);
      return rows;
    });
  }

  /** The result of a query in parts of some thousand rows, each the values of its columns in their order. */
  async *columns(sql: string): AsyncGenerator<readonly (readonly unknown[])[]> {
    const result = await inOurWords(() => this.#connection.stream(sql));
    for (;;) {
      const chunk = await inOurWords(() => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getColumns();
    }
  }

  /** The only row of a query that gives one. */
  async row(sql: string): Promise<Row> {
    return (await this.rows(sql))[0] ?? {};
  }

  close(): void {
    this.#connection.closeSync();
  }
}

/** The engine's own words help nobody who does not know it; `NODE_DEBUG=driftline` prints them. */
async function inOurWords<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const words = messageOf(error);
    debug(words);
    throw new DatabaseError(words, error);
  }
}

async function load(): Promise<typeof duckdb> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    throw new TrainingError(
      'Reading files of data needs the package @duckdb/node-api, which a service does not: ' +
        'install it with `npm install --save-dev @duckdb/node-api`.',
      { cause: error },
    );
  }
}
