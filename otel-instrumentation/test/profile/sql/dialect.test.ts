import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../../src/profile/database.ts';
import { dialectOf } from '../../../src/profile/sql/dialect.ts';

const duckdb = dialectOf('duckdb');
const folder = mkdtempSync(join(tmpdir(), 'driftline-dialect-'));
let database: Database;

beforeAll(async () => {
  database = await Database.open(folder);
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

test('white space is what JavaScript trims, and nothing else', async () => {
  // All characters of the basic plane but halves of surrogate pairs, and the one that ends a text in C.
  const codes = Array.from({ length: 0xffff }, (_, i) => i + 1).filter((code) => code < 0xd800 || code > 0xdfff);
  const { trimmed } = await database.row(
    `SELECT list(code ORDER BY code) AS trimmed FROM (SELECT unnest(range(1, 65536)) AS code) ` +
      `WHERE code NOT BETWEEN 55296 AND 57343 AND ${duckdb.trim("chr(code::INTEGER) || 'x' || chr(code::INTEGER)")} = 'x'`,
  );
  expect((trimmed as readonly bigint[]).map(Number)).toEqual(
    codes.filter((code) => String.fromCharCode(code).trim() === ''),
  );
});

test.each(['bigquery', 'snowflake'] as const)('%s is given the same characters', (name) => {
  const [, escapes = ''] = /^TRIM\(value, '(.*)'\)$/.exec(dialectOf(name).trim('value')) ?? [];
  const given = JSON.parse(`"${escapes}"`) as string;
  expect([...given].every((space) => space.trim() === '')).toBe(true);
  expect(new Set(given).size).toBe(25);
});
