import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindOf } from '../../src/profile/column-kind.ts';
import { Database } from '../../src/profile/database.ts';
import { TRAINING } from '../../src/profile/training-table.ts';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftline-kind-'));
  database = await Database.open(folder);
  await database.run(`CREATE TABLE ${TRAINING} AS SELECT * FROM (VALUES
    ('1', 'a', '1', NULL, NULL), ('-2.5e3', 'b', 'n/a', NULL, '7')) AS t(number, word, mixed, "empty", "some")`);
});

afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

test('numbers are numeric, texts categorical, and a missing value tells nothing', async () => {
  expect(await kindOf(database, 'number')).toBe('numeric');
  expect(await kindOf(database, 'word')).toBe('categorical');
  expect(await kindOf(database, 'some')).toBe('numeric');
});

test('a mixture and an empty column are refused with what to do', async () => {
  await expect(kindOf(database, 'mixed')).rejects.toThrow(
    'Column mixed mixes 1 numbers with 1 texts such as "n/a": if the texts mean missing, set `--missing "n/a"`',
  );
  await expect(kindOf(database, 'empty')).rejects.toThrow('Column empty is empty in every row');
});
