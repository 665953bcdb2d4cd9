import { join } from 'node:path';
import type * as duckdb from '@duckdb/node-api';
import { TrainingError } from './training-error.ts';

/** One row of a result: plain JavaScript values by column name. */
export type Row = Record<string, unknown>;

/** Memory limit of the engine; what does not fit goes to disk. */
const MEMORY_LIMIT = '300MB';

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
    const instance = await DuckDBInstance.create(join(scratch, 'training.duckdb'), {
      memory_limit: MEMORY_LIMIT,
      temp_directory: join(scratch, 'spill'),
      preserve_insertion_order: 'false',
    });
    return new Database(await instance.connect());
  }

  /** Share of the running statement that is done, between 0 and 1; undefined when it is not known. */
  get progress(): number | undefined {
    const { percentage } = this.#connection.progress;
    return percentage >= 0 ? percentage / 100 : undefined;
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async rows(sql: string): Promise<Row[]> {
    const result = await this.#connection.runAndReadAll(sql);
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
