import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Database } from '../../src/profile/database.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import { parseStatistics } from '../../src/profile/statistics.ts';
import { profileFromStatistics, profileSql } from '../../src/profile/warehouse-profile.ts';
import { build, faultsOf } from './build.ts';
import { rowsOf } from './sql/rows-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'driftline-lake-'));
let database: Database;

beforeAll(async () => {
  database = await Database.open(folder);
  await database.run(
    `COPY (SELECT CAST(2025 + i // 60 AS VARCHAR) AS year, CASE i % 3 WHEN 0 THEN 'DE' WHEN 1 THEN 'Côte d''Ivoire' END AS
       country, i / 4 AS price FROM range(120) AS t(i))
     TO '${join(folder, 'lake')}' (FORMAT parquet, PARTITION_BY (year, country))`,
  );
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const in2026 = join(folder, 'lake/year=2026/*/*.parquet');

test('a glob takes the partitions that it matches, and folders are no columns unless they are asked for', async () => {
  const all = await build([join(folder, 'lake')]);
  expect(all.profile).toMatchObject({ rows: 120, features: [{ name: 'price', minimum: 0, maximum: 29.75 }] });
  const some = await build([in2026]);
  expect(some.profile).toMatchObject({ rows: 60, features: [{ name: 'price', minimum: 15, maximum: 29.75 }] });
});

test('columns of folders are read as those of the file, whatever its format', async () => {
  const { profile } = await build([join(folder, 'lake')], {}, { partition: ['country'] });
  expect(profile.features).toMatchObject([
    { name: 'price' },
    { name: 'country', categories: ["Côte d'Ivoire", 'DE'], counts: [40, 40], missing: 40 },
  ]);
  for (const [sex, rows] of [
    ['F', 'x\n1\n2\n'],
    ['M', 'x\n3\n'],
  ] as const) {
    // prettier-ignore
    const file = join(folder, `csv/sex=${sex}/rows.csv`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, rows);
  }
  const csv = await build([join(folder, 'csv')], { groups: ['sex'], minimumGroupSize: 1 }, { partition: ['sex'] });
  expect(csv.profile.groups).toMatchObject([{ attribute: 'sex', values: ['F', 'M'], counts: [2, 1] }]);
});

test('a folder that is not there, and a column that is, are refused', async () => {
  expect(await faultsOf([join(folder, 'csv')], {}, { partition: ['country'] })).toContainEqual(
    expect.stringMatching(/sex=F\/rows\.csv is in no folder country=…: leave out `--partition country`\.$/),
  );
  expect(await faultsOf([join(folder, 'csv')], {}, { partition: ['x'] })).toContainEqual(
    expect.stringMatching(/sex=F\/rows\.csv has a column x of its own: leave out `--partition x`\.$/),
  );
});

test('what is in another store is refused, and a view of DuckDB gives the same profile', async () => {
  expect(await faultsOf(['s3://lake/year=2026/*.parquet'])).toEqual([
    's3://lake/year=2026/*.parquet is not on this machine, and only local files are read: copy it with the client of its ' +
      'store, or let a DuckDB of yours read it there with `--sql duckdb`.',
  ]);
  // Here the view is of local files; over s3:// it is the same view.
  await database.run(`CREATE VIEW prices AS SELECT * FROM read_parquet('${in2026}', hive_partitioning = true)`);
  const request: ProfileRequest = {
    ...{ model: 'm', version: '1', bins: 10, maxCategories: 50 },
    types: { price: 'numeric', country: 'categorical' },
  };
  const rows = rowsOf(await database.rows(await profileSql('duckdb', 'prices', request))).join('\n');
  const ofView = await profileFromStatistics(parseStatistics(rows), request);
  const { profile } = await build([in2026], request, { partition: ['country'] });
  expect(rowsOf(ofView.features)).toEqual(rowsOf(profile.features));
});
