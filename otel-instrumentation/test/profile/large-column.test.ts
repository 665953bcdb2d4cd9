import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Database } from '../../src/profile/database.ts';
import { largeColumn } from '../../src/profile/large-column.ts';
import { dialectOf } from '../../src/profile/sql/dialect.ts';
import { StatisticsSql } from '../../src/profile/sql/statistics-sql.ts';
import type { Statistic } from '../../src/profile/statistics.ts';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftline-large-'));
  database = await Database.open(folder);
});

afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

/** Edges and frequent values, in any order. */
const edges = (statistics: readonly Partial<Statistic>[]): string[] =>
  statistics
    .filter(({ statistic }) => statistic === 'at_most' || statistic === 'frequent')
    .map(({ statistic, number, count }) => `${String(statistic)} ${number} ${Number(count)}`)
    .sort();

async function bothWays(values: readonly (number | string)[], bins: number, splits?: number) {
  const table = `(SELECT unnest([${values.map((value) => `'${value}'`).join(', ')}]) AS x)`;
  const sql = new StatisticsSql(dialectOf('duckdb'), () => table);
  return {
    counted: edges(await database.rows(sql.numeric(['x'], bins, 4))),
    divided: edges(await largeColumn(database, table, 'x', bins, splits)),
  };
}

test('a divided column has the edges that counting each value gives, whatever its values', async () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  const heavy = fc.tuple(number, fc.integer({ min: 0, max: 200 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(number, { minLength: 1, maxLength: 200 }),
      fc.array(heavy, { maxLength: 4 }),
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: 1, max: 12 }),
      async (own, heavies, bins, splits) => {
        const values = [...own, ...heavies.flatMap(([value, rows]) => Array.from({ length: rows }, () => value))];
        const { counted, divided } = await bothWays(values, bins, splits);
        expect(divided).toEqual(counted);
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

test('values that are no numbers are left out, and without any there is no edge', async () => {
  const mixed = await bothWays([...Array.from({ length: 100 }, (_, i) => i), '', 'x', 'inf', 'nan'], 4);
  expect(mixed.divided).toEqual(['at_most 24 25', 'at_most 49 50', 'at_most 74 75', 'at_most 99 100']);
  expect(mixed.divided).toEqual(mixed.counted);
  expect((await bothWays(['x', ''], 4)).divided).toEqual([]);
});
