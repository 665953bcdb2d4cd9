import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../../src/profile/database.ts';
import { profileSql } from '../../../src/profile/warehouse-profile.ts';
import { ADULT } from '../../commands/run-cli.ts';
import { rowsOf } from './rows-of.ts';
import { PEOPLE, REQUESTS } from './warehouse-requests.ts';

interface Translated {
  readonly sha256: string;
  readonly duckdb: string;
}

const golden = JSON.parse(readFileSync(new URL('sqlglot.golden.json', import.meta.url), 'utf8')) as Record<
  'bigquery' | 'snowflake',
  readonly Translated[]
>;
const folder = mkdtempSync(join(tmpdir(), 'driftline-sqlglot-'));
let database: Database;
let expected: string[][];

beforeAll(async () => {
  database = await Database.open(folder);
  await database.run(`CREATE SCHEMA shop; CREATE TABLE shop.people AS SELECT * FROM read_csv('${ADULT}') LIMIT 5000`);
  // A function of Snowflake that DuckDB does not have: the number in a variant, and NULL for anything else in it.
  await database.run(
    `CREATE MACRO as_double(v) AS CASE WHEN regexp_matches(variant_typeof(v), '^(U?INT|DOUBLE|FLOAT|DECIMAL)') ` +
      'THEN TRY_CAST(v AS DOUBLE) END',
  );
  // A connection gives one result at a time.
  expected = [];
  for (const request of REQUESTS) {
    expected.push(rowsOf(await database.rows(await profileSql('duckdb', PEOPLE, request))));
  }
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

test.each(['bigquery', 'snowflake'] as const)(
  'the SQL for %s means what that for DuckDB means, as sqlglot reads it',
  async (name) => {
    expect(golden[name]).toHaveLength(REQUESTS.length);
    for (const [i, { sha256, duckdb }] of golden[name].entries()) {
      const sql = await profileSql(name, PEOPLE, REQUESTS[i] as (typeof REQUESTS)[number]);
      // Another hash: run make_sqlglot_golden.py, which parses the new SQL.
      expect(createHash('sha256').update(sql).digest('hex')).toBe(sha256);
      expect(rowsOf(await database.rows(duckdb))).toEqual(expected[i]);
    }
  },
);
