import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlParser from 'node-sql-parser';
import { buildProfile } from '../../src/profile/build-profile.ts';
import { Database } from '../../src/profile/database.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import { parseStatistics } from '../../src/profile/statistics.ts';
import { profileFromStatistics, profileSql } from '../../src/profile/warehouse-profile.ts';
import { ADULT } from '../commands/run-cli.ts';
import { CLASSES } from './sql/warehouse-requests.ts';

const { missing: _missing, ...request } = CLASSES;

/** Without the last digits: a database adds up in any order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    key === 'createdAt' ? '' : typeof each === 'number' ? Number(each.toPrecision(12)) : each,
  );

test('the SQL, run over the table, gives the profile that the file gives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-sql-'));
  const database = await Database.open(folder);
  await database.run(`CREATE SCHEMA shop; CREATE TABLE shop."it's people" AS SELECT * FROM read_csv('${ADULT}')`);
  const rows = await database.rows(await profileSql('duckdb', "shop.it's people", request));
  database.close();
  rmSync(folder, { recursive: true });
  // As a warehouse hands it out: capitals, and counts as texts.
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name.toUpperCase(),
          typeof value === 'bigint' ? String(value) : value,
        ]),
      ),
    ),
  );
  const profile = await profileFromStatistics(parseStatistics(json), request);
  const features = Object.keys(request.types ?? {});
  const direct = await buildProfile({ ...request, features }, { paths: [ADULT] });
  expect(rounded(profile)).toEqual(rounded(direct));
});

test.each(['bigquery', 'snowflake'] as const)(
  'the SQL for %s is of its grammar, whatever the names hold',
  async (name) => {
    const types = { "it's": 'numeric', 'a"b': 'numeric', 'back\\slash': 'categorical' } as const;
    const { edges: _edges, privileged: _privileged, ...rest } = request;
    const missing = ['-999', "it's", '\\N'];
    const calibrateOn = ['project.shop.validation'];
    const sql = await profileSql(name, 'project.shop.people', { ...rest, types, missing, calibrateOn });
    expect(() => new sqlParser.Parser().astify(sql, { database: name })).not.toThrow();
  },
);

test('held-out rows of a warehouse calibrate as those of a file do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-sql-'));
  const database = await Database.open(folder);
  const rowsOf = (from: number): string => `SELECT i AS x, (i % 10 + 1) / 10 AS p, i % 3 = 0 AS paid FROM range(${from}, ${from} + 40) AS t(i)`; // prettier-ignore
  await database.run(`CREATE TABLE t AS ${rowsOf(0)}; CREATE TABLE held AS ${rowsOf(100)}`);
  const asked: ProfileRequest = {
    ...{ model: 'm', version: '1', bins: 2, maxCategories: 5, label: 'paid', score: 'p', favorable: 'true' },
    ...{ types: { x: 'numeric' }, calibrateOn: ['held'] },
  };
  const rows = await database.rows(await profileSql('duckdb', 't', asked));
  for (const [table, file] of [['t', 'train'], ['held', 'validation']]) await database.run(`COPY ${table} TO '${join(folder, String(file))}.csv'`); // prettier-ignore
  database.close();
  const text = JSON.stringify(rows, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));
  const profile = await profileFromStatistics(parseStatistics(text), asked);
  const direct = await buildProfile(
    { ...asked, features: ['x'], calibrateOn: [join(folder, 'validation.csv')] },
    { paths: [join(folder, 'train.csv')] },
  );
  rmSync(folder, { recursive: true });
  expect(profile.prediction).toMatchObject({ scoreBins: [{ calibration: { rows: Array(10).fill(4) } }] });
  expect(profile.prediction).toEqual(direct.prediction);
  const { calibrateOn: _, ...without } = asked;
  await expect(profileFromStatistics(parseStatistics(text).filter(({ statistic }) => statistic !== 'held_out'), asked)).rejects.toThrow('lack held_out of column p'); // prettier-ignore
  await expect(profileSql('duckdb', 't', { ...without, calibrateOn: ['a', 'b'] })).rejects.toThrow('names one table');
});

test('marks of missing values and texts of one value are read as those of a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-sql-'));
  const database = await Database.open(folder);
  await database.run(
    `CREATE TABLE t AS SELECT * FROM (VALUES (1.5, '1.0', true), (-999, '1', false), (2, '-999.0', true), (3, ' ? ', true),
       (4, 'nan', NULL), (5, '007', false)) AS t(x, code, paid)`,
  );
  const marked: ProfileRequest = {
    ...{ model: 'm', version: '1', bins: 2, maxCategories: 5, missing: ['-999', '?'] },
    types: { x: 'numeric', code: 'categorical', paid: 'categorical' },
  };
  const rows = await database.rows(await profileSql('duckdb', 't', marked));
  const codes = await database.rows(await profileSql('duckdb', 't', { ...marked, verbatim: ['paid'] }));
  database.close();
  rmSync(folder, { recursive: true });
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));
  const profile = await profileFromStatistics(parseStatistics(text(rows)), marked);
  expect(profile.missingValues).toEqual(['-999', '?']);
  expect(profile.features).toMatchObject([
    { name: 'x', missing: 1, minimum: 1.5, maximum: 5 },
    { name: 'code', missing: 3, labels: 'verbatim', categories: ['007', '1', '1.0'] },
    { name: 'paid', missing: 1, labels: 'number', categories: ['true', 'false'], counts: [3, 2] },
  ]);
  expect(codes.filter(({ column_name: name, statistic }) => name === 'paid' && statistic === 'category')).toHaveLength(
    2,
  );
});

test('statistics of other options are refused', async () => {
  const statistics = parseStatistics('[{"column_name":null,"statistic":"rows","count":7}]');
  await expect(profileFromStatistics(statistics, request)).rejects.toThrow(
    /The statistics lack \w+ of column age: use the SQL of the same options that are given now./,
  );
});

test('what only the data could tell has to be given', async () => {
  const { types: _types, ...untyped } = request;
  await expect(async () => profileSql('duckdb', 't', untyped)).rejects.toThrow('--numeric and --categorical');
  await expect(profileSql('duckdb', 't', { ...untyped, features: ['age'] })).rejects.toThrow(
    'the kind of column age is unknown',
  );
});
