import type * as duckdb from '@duckdb/node-api';
import { TrainingError } from './training-error.ts';

/** One row of a result: plain JavaScript values by column name. */
export type Row = Record<string, unknown>;

/** An embedded analytical database in memory. */
export class Database {
  readonly #connection: duckdb.DuckDBConnection;

  private constructor(connection: duckdb.DuckDBConnection) {
    this.#connection = connection;
  }

  /** @throws {TrainingError} when the package, an optional peer, is not installed */
  static async open(): Promise<Database> {
    const { DuckDBInstance } = await load();
    const instance = await DuckDBInstance.create(':memory:');
    return new Database(await instance.connect());
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
        'install it beside @driftline/otel with `npm install --save-dev @duckdb/node-api`.',
      { cause: error },
    );
  }
}

/** A text as an SQL literal. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A column name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
