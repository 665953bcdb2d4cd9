import { join } from 'node:path';
import { debuglog } from 'node:util';
import type * as duckdb from '@duckdb/node-api';
import { messageOf } from '../values/thrown.ts';
import { DISK_FULL } from './private-folder.ts';
import { TrainingError } from './training-error.ts';

const debug = debuglog('driftline');

/** One row of a result: plain JavaScript values by column name. */
export type Row = Record<string, unknown>;

/** Memory limit of the engine; what does not fit goes to disk. */
const MEMORY_LIMIT = '300MB';

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
  [/no space|disk full|max_temp_directory_size/i, DISK_FULL],
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
  static async open(scratch: string): Promise<Database> {
    const { DuckDBInstance } = await load();
    const connection = await inOurWords(async () => {
      const instance = await DuckDBInstance.create(join(scratch, 'training.duckdb'), {
        memory_limit: MEMORY_LIMIT,
        temp_directory: join(scratch, 'spill'),
        preserve_insertion_order: 'false',
      });
      return instance.connect();
    });
    return new Database(connection);
  }

  /** Share of the running statement that is done, between 0 and 1; undefined when it is not known. */
  get progress(): number | undefined {
    const { percentage } = this.#connection.progress;
    return percentage >= 0 ? percentage / 100 : undefined;
  }

  async run(sql: string): Promise<void> {
    await inOurWords(() => this.#connection.run(sql));
  }

  async rows(sql: string): Promise<Row[]> {
    const result = await inOurWords(() => this.#connection.runAndReadAll(sql));
    return result.getRowObjectsJS();
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
      'Building a profile needs the package @duckdb/node-api, which a service does not: ' +
        'install it with `npm install --save-dev @duckdb/node-api`.',
      { cause: error },
    );
  }
}
