import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startPostgres, type Postgres } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { canonicalText } from '@driftline/shared';
import { buildProfile } from '../../../src/profile/build-profile.ts';
import { Database } from '../../../src/profile/database.ts';
import type { ProfileRequest } from '../../../src/profile/profile-request.ts';
import { parseStatistics } from '../../../src/profile/statistics.ts';
import { profileFromStatistics, profileSql } from '../../../src/profile/warehouse-profile.ts';
import { ADULT } from '../../commands/run-cli.ts';
import { rowsOf } from './rows-of.ts';
import { CLASSES, PEOPLE, REQUESTS } from './warehouse-requests.ts';

/** Statistics with the labels that a profile makes of texts: 1 and 1.0 are one. */
function labeled(rows: readonly { readonly category?: unknown }[]): string[] {
  return rowsOf(
    rows.map((row) => ({
      ...row,
      category: typeof row.category !== 'string' ? null : canonicalText(row.category, 'number'),
    })),
  );
}

describeWithStore('postgres', 'a table of Postgres', () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-postgres-sql-'));
  let postgres: Postgres;
  let database: Database;

  beforeAll(async () => {
    [postgres, database] = await Promise.all([startPostgres(), Database.open(folder)]);
  });

  afterAll(async () => {
    database.close();
    await postgres.close();
    rmSync(folder, { recursive: true });
  });

  /** What the client prints of a request's SQL, as a user would run it. */
  async function answer(table: string, request: ProfileRequest): Promise<string> {
    const file = join(folder, 'profile.sql');
    writeFileSync(file, await profileSql('postgres', table, request));
    return postgres.psql('-A', '-t', '-f', file);
  }

  test('gives the profile that the same rows give in a file, and the statistics that DuckDB gives', async () => {
    const csv = join(folder, 'adult.csv');
    const lines = gunzipSync(readFileSync(ADULT)).toString().split('\n');
    writeFileSync(csv, `${lines.slice(0, 10_001).join('\n')}\n`);
    const [header = ''] = lines;
    const numbers = ['age', 'fnlwgt', 'education-num', 'capital-gain', 'capital-loss', 'hours-per-week'];
    const columns = header.split(',').map((name) => `"${name}" ${numbers.includes(name) ? 'integer' : 'text'}`);
    await postgres.psql('-c', `CREATE SCHEMA shop; CREATE TABLE ${PEOPLE} (${columns.join(', ')})`);
    await postgres.psql('-c', `\\copy ${PEOPLE} FROM '${csv}' CSV HEADER`);
    await database.run(`CREATE SCHEMA shop; CREATE TABLE shop.people AS SELECT * FROM read_csv('${csv}')`);
    for (const request of REQUESTS) {
      const rows = parseStatistics(await answer(PEOPLE, request));
      expect(rowsOf(rows)).toEqual(rowsOf(await database.rows(await profileSql('duckdb', PEOPLE, request))));
    }
    const profile = await profileFromStatistics(parseStatistics(await answer(PEOPLE, CLASSES)), CLASSES);
    const direct = await buildProfile({ ...CLASSES, features: Object.keys(CLASSES.types ?? {}) }, { paths: [csv] });
    const without = ({ createdAt: _, ...rest }: typeof profile): string[] => rowsOf([rest]);
    expect(without(profile)).toEqual(without(direct));
  });

  test('reads each type and any text as DuckDB does, and no text ends the statement', async () => {
    const texts = [
      ...[
        '1',
        '1.0',
        ' 1 ',
        '+1',
        '-0',
        '.5',
        '5.',
        '1e3',
        '1e-3',
        '1_000',
        '0x10',
        '1e',
        '--1',
        '٣',
        'Infinity',
        '-inf',
      ],
      ...[
        'NaN',
        'nan',
        '',
        ' ',
        'N/A',
        'a',
        'B',
        'b',
        'Ä',
        'é',
        '\u00a0x\u3000',
        "it's",
        'back\\slash',
        'True',
        'true',
      ],
      ...['2024-01-31 00:00:00', '2024-01-31T08:30:00Z', '2024-01-31 08:30', '12345678901234567890', '0.1', '0.10'],
    ];
    const values = texts
      .map((text, i) => `('${text.replaceAll("'", "''")}', ${i} / 3.0, ${i % 2 === 0}, ${i})`)
      .join(', ');
    const create = (double: string): string =>
      `CREATE TABLE odd AS SELECT t, CAST(d AS ${double}) AS d, yes, n FROM (VALUES ${values}) AS v (t, d, yes, n)`;
    await postgres.psql('-c', create('DOUBLE PRECISION'));
    await database.run(create('DOUBLE'));
    for (const kind of ['numeric', 'categorical'] as const) {
      const request: ProfileRequest = {
        ...{ model: 'm', version: '1', bins: 4, maxCategories: 8, missing: ['N/A', '-0'] },
        types: { t: kind, d: kind, n: kind, yes: 'categorical' },
      };
      const rows = parseStatistics(await answer('odd', request));
      const expected = await database.rows(await profileSql('duckdb', 'odd', request));
      expect(labeled(rows)).toEqual(labeled(expected));
    }
    // Numbers that no double holds.
    await postgres.psql('-c', `CREATE TABLE huge AS SELECT * FROM (VALUES ('1e999'), ('-1e400'), ('7')) AS v (t)`);
    const request: ProfileRequest = { model: 'm', version: '1', bins: 2, maxCategories: 8, types: { t: 'numeric' } };
    expect(parseStatistics(await answer('huge', request))).toContainEqual(expect.objectContaining({ statistic: 'invalid', count: 2 })); // prettier-ignore
  });
});
