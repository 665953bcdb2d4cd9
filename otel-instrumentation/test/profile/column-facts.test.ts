import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsOf } from '../../src/profile/column-facts.ts';
import { Database } from '../../src/profile/database.ts';

test('facts are counted over the rows with a value', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-facts-'));
  const database = await Database.open(folder);
  try {
    await database.run(`CREATE TABLE training AS SELECT * FROM (VALUES
      ('1', 'a', '007', '1e300', NULL::VARCHAR), ('-2.5e3', 'b', '7', '-inf', NULL), ('0.5', 'a', '0', 'x', NULL))
      AS t(number, word, code, mixed, "it's ""empty""")`);
    const columns = ['number', 'word', 'code', 'mixed', `it's "empty"`];
    const facts = await factsOf(database, 'training', columns);
    expect([...facts.keys()]).toEqual(columns);
    expect(facts.get('number')).toMatchObject({
      ...{ present: 3, numbers: 3, distinct: 3, whole: 2, minimum: -2500, maximum: 1, leadingZeros: 0, huge: 0 },
      texts: [],
      zeroText: undefined,
    });
    expect(facts.get('word')).toMatchObject({ numbers: 0, distinct: 2, texts: ['a', 'b'] });
    expect(facts.get('code')).toMatchObject({ numbers: 3, leadingZeros: 1, zeroText: '007' });
    expect(facts.get('mixed')).toMatchObject({
      ...{ numbers: 1, huge: 2, hugeTexts: ['-inf', '1e300'], texts: ['x'] },
    });
    expect(facts.get(`it's "empty"`)).toMatchObject({ present: 0, distinct: 0, texts: [] });
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
});
