import type { ColumnFacts } from '../../src/profile/column-facts.ts';
import { personalContent } from '../../src/profile/personal-column.ts';
import { build, caseFile, dataFile } from './build.ts';
import { columnFacts } from './column-facts-of.ts';

const texts = (values: string[], distinct = values.length): Partial<ColumnFacts> => ({ texts: values, distinct });
const whole = (minimum: number, maximum: number, change: Partial<ColumnFacts> = {}): Partial<ColumnFacts> => ({
  ...{ numbers: 100, whole: 100, distinct: 99, minimum, maximum },
  ...change,
});

test.each<[string, Partial<ColumnFacts>, string]>([
  ['contact', texts(['a@example.com', 'b.c@example.org'], 3), 'e-mail addresses'],
  ['contact', texts(['+49 30 1234567', '(555) 123-4567'], 40), 'telephone numbers'],
  ['host', texts(['192.168.0.1', '10.0.0.12'], 3), 'IP addresses'],
  ['token', texts(['7d444840-9dc0-11d1-b245-5ffdce74fad2'], 3), 'UUIDs'],
  ['seen', texts(['2025-01-01', '2025-01-02'], 60), 'about 60 different times'],
  ['seen', texts(['2025-01-01T08:00:00Z'], 98), 'about 98 different times'],
  ['name', texts(['Anna Smith', 'Bob Jones'], 63), 'about 63 different texts in 100 rows'],
  ['comment', texts(['called again', 'paid late'], 104), 'about 100 different texts in 100 rows'],
  ['code', { numbers: 100, leadingZeros: 9, distinct: 97 }, 'different codes'],
  ['customer_id', whole(400, 9000), 'those of an identifier'],
  ['customerId', whole(400, 9000), 'those of an identifier'],
  ['Phone', whole(400, 9000), 'those of an identifier'],
  ['n', whole(1, 100, { distinct: 101 }), 'it counts the rows'],
  ['n', whole(0, 99, { distinct: 96 }), 'it counts the rows'],
  ['customer', whole(49_301_234_567, 49_309_999_999), 'whole numbers of 11 digits'],
  ['seen', whole(1_735_689_600, 1_767_225_599), 'whole numbers of 10 digits'],
  ['seen', texts(['12:30:05', '7:05'], 70), 'about 70 different times'],
  ['seen', texts(['Jan 5, 2025', 'Feb 17, 2025'], 60), 'about 60 different times'],
  ['seen', texts(['Mon, 05 Jan 2026 10:00:00 GMT'], 60), 'about 60 different times'],
  ['seen', texts(['31.01.2025 08:15', '1.2.2025'], 60), 'about 60 different times'],
  ['created_at', whole(1_735_689_600, 1_767_225_599, { distinct: 60 }), 'about 60 different times'],
  ['eventTime', whole(1_735_689_600_000, 1_767_225_599_999, { whole: 3, distinct: 104 }), 'about 100 different times'],
])('%s with %j is left out', (name, facts, reason) => {
  expect(personalContent(name, columnFacts(facts))).toContain(reason);
});

test.each<[string, Partial<ColumnFacts>]>([
  ['work', texts(['State', 'Private'], 8)],
  ['season', texts(['2020-2021', '2021-2022'], 2)],
  ['shift', texts(['08:00', '16:00'], 2)],
  ['month', texts(['2025-01-01', '2025-02-01'], 12)],
  ['time', whole(3, 1200)],
  ['time', whole(1_735_689_600, 1_767_225_599, { distinct: 12 })],
  ['balance', whole(1_735_689_600, 1_767_225_599, { whole: 3, distinct: 104 })],
  ['amount', { numbers: 100, whole: 3, distinct: 100, minimum: 0, maximum: 5000 }],
  ['income', whole(800, 95_000)],
  ['income', whole(1000, 1300)],
  ['revenue', whole(90_000, 12_000_000)],
  ['age', whole(18, 90, { distinct: 60 })],
  ['class_id', whole(1, 5, { distinct: 5 })],
  ['id', whole(1, 12, { present: 12, numbers: 12, whole: 12, distinct: 12 })],
  // These are reported as mixed or as numbers with a comma.
  ['amount', { numbers: 90, texts: ['n/a'], distinct: 80 }],
  ['amount', { numbers: 5, texts: ['1,5', '2,5'], distinct: 95 }],
])('%s with %j is a feature', (name, facts) => {
  expect(personalContent(name, columnFacts(facts))).toBeUndefined();
});

describe('a file with personal columns', () => {
  const personal = ['customer_id', 'email', 'signed_up', 'comment'];

  test('is profiled without them, and a line for each says why', async () => {
    const { profile, warnings } = await build([caseFile('personal-columns.csv')], { label: 'approved' });
    expect(profile.features.map(({ name }) => name)).toEqual(['age']);
    expect(profile.excluded).toEqual(personal);
    expect(warnings).toEqual(
      personal.map((name) =>
        expect.stringMatching(new RegExp(`^Column ${name} is left out: it holds .*Keep it with \`--keep ${name}\``)),
      ),
    );
    expect(JSON.stringify(profile)).not.toMatch(/example\.com|c-1000|called|2025-01-01T/);
  });

  test.each([
    [{ keep: ['email', 'comment'] }, ['email', 'comment', 'age'], ['customer_id', 'signed_up']],
    [{ features: ['email', 'age'] }, ['email', 'age'], undefined],
    [{ groups: ['email'], minimumGroupSize: 1 }, ['email', 'age'], ['customer_id', 'signed_up', 'comment']],
    [{ exclude: ['age', 'email'], keep: ['comment'] }, ['comment'], ['age', 'email', 'customer_id', 'signed_up']],
  ])('with %j what is named is kept', async (request, features, excluded) => {
    const { profile } = await build([caseFile('personal-columns.csv')], {
      label: 'approved',
      maxCategories: 1000,
      ...request,
    });
    expect(profile.features.map(({ name }) => name)).toEqual(features);
    expect(profile.excluded).toEqual(excluded);
  });

  test('measurements that are nearly all different stay', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `${i * 1.37},${1000 + ((i * 7919) % 50_021)},${7_000_000 + i}`);
    const { profile } = await build([dataFile('measured.csv', `amount,income,account\n${rows.join('\n')}\n`)]);
    expect(profile.features.map(({ name }) => name)).toEqual(['amount', 'income']);
    expect(profile.excluded).toEqual(['account']);
  });
});
