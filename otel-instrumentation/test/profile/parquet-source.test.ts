import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/profile/database.ts';
import { build, dataFile, faultsOf } from './build.ts';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftline-parquet-'));
  database = await Database.open(folder);
});

afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function parquet(name: string, select: string): Promise<string> {
  const path = join(folder, name);
  await database.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  return path;
}

test('numbers, texts, booleans and times are read', async () => {
  const path = await parquet(
    'plain.parquet',
    `SELECT 1.5 AS x, '007' AS code, true AS yes, TIME '08:00:00' AS shift UNION ALL SELECT 2.5, '7', false, NULL`,
  );
  expect((await build([path])).profile.features).toMatchObject([
    { name: 'x', minimum: 1.5, maximum: 2.5 },
    { name: 'code', categories: ['007', '7'] },
    { name: 'yes', categories: ['false', 'true'] },
    { name: 'shift', categories: ['08:00:00'], missing: 1 },
  ]);
});

test('folders are no partitions, and names are taken literally', async () => {
  await mkdir(join(folder, 'sex=F'));
  const path = await parquet('sex=F/rows[1].parquet', 'SELECT 1.5 AS x UNION ALL SELECT 2.5');
  expect((await build([path])).profile.features).toMatchObject([{ name: 'x', maximum: 2.5 }]);
});

test('nested columns and a damaged file are refused', async () => {
  const nested = await parquet('nested.parquet', `SELECT {'x': 1} AS a, [1, 2] AS b, 1 AS c`);
  expect(await faultsOf([nested])).toEqual([
    expect.stringMatching(/^Column a of .* holds objects, lists or bytes/),
    expect.stringMatching(/^Column b of .* holds objects, lists or bytes/),
  ]);
  expect(await faultsOf([dataFile('damaged.parquet', 'PAR1 and nothing more')])).toEqual([
    expect.stringMatching(/damaged\.parquet is a damaged Parquet file: copy it or write it again\.$/),
  ]);
  expect(await faultsOf([dataFile('text.parquet', 'a,b\n1,2\n')])).toEqual([
    expect.stringMatching(/text\.parquet is not a Parquet file: its first bytes are not PAR1/),
  ]);
});
