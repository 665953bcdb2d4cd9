import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { MISSING, type FeatureReference } from '@driftline/shared';
import { GroupLabels } from '../../src/recorder/group-labels.ts';
import { build, dataFile } from './build.ts';
import { caseFile, profiled, profiledColumns, replayed } from './replay.ts';

const ROWS = 300;

/** One value in two forms: as the training file holds it, and as it arrives live. */
interface Cell {
  readonly text: string;
  readonly live: unknown;
}

/** Any of some texts beside any of some live values, all of which are the same value. */
const same = (texts: readonly string[], lives: readonly unknown[]): fc.Arbitrary<Cell> =>
  fc.record({ text: fc.constantFrom(...texts), live: fc.constantFrom(...lives, ...texts) });

const whole = fc
  .integer({ min: -40, max: 40 })
  .chain((n) => same([`${n}`, `${n}.0`, ` ${n} `, `${n}e0`, `${n}.`], [n, BigInt(n), n === 0 ? -0 : n]));
const fraction = fc
  .integer({ min: -999, max: 999 })
  .map((n) => n / 1000)
  .chain((x) => same([String(x), x.toFixed(5), x.toExponential()], [x]));
const large = fc
  .bigInt({ min: 2n ** 53n, max: 2n ** 70n })
  .chain((n) => same([`${n}`, `+${n}.0`], BigInt(Number(n)) === n ? [n, Number(n)] : [n]));
const truth = fc.boolean().chain((b) => same(b ? ['true', 'True', 'TRUE'] : ['false', 'False', 'FALSE'], [b]));
const time = fc
  .integer({ min: 0, max: 80 })
  .map((n) => new Date(Date.UTC(2024, 0, 1) + n * 21_600_000))
  .chain((date) => {
    const iso = date.toISOString();
    return same([iso, iso.slice(0, 19), iso.slice(0, 19).replace('T', ' '), iso.replace('Z', '+00:00')], [date]);
  });
const text = fc
  .constantFrom('a', 'B', 'other', 'NA', 'None', '1_000', '0x10', '1,5', '08:00', 'x & y', '__proto__')
  .chain((word) => same([word, ` ${word}`, `${word}\t`], [word]));
const nothing = fc.record({
  text: fc.constantFrom('', ' ', 'nan'),
  live: fc.constantFrom(null, undefined, NaN, '', ' ', 'nan', 'NaN', new Date(NaN)),
});
const code = fc
  .constantFrom('007', '7', '07', '7.0', 'True', 'true', '0', '00', '2024-01-31')
  .chain((written) => same([written, ` ${written}`], [written]));

/** A column whose values come from some of the kinds, some of them often. */
const column = (...kinds: fc.Arbitrary<Cell>[]): fc.Arbitrary<readonly Cell[]> =>
  fc.subarray(kinds, { minLength: 1 }).chain((some) => {
    const cell = fc.oneof(...some, nothing);
    return fc
      .tuple(fc.oneof(...some), fc.array(cell, { minLength: ROWS, maxLength: ROWS }))
      .map(([first, cells]) => [first, ...cells]);
  });

function expectNoDrift(reference: FeatureReference, cells: readonly Cell[]): void {
  const live = replayed(
    reference,
    cells.map((cell) => cell.live),
  );
  const { psi, problems } = live;
  const said = { feature: reference.name, psi, missing: problems.missing, invalid: problems.invalid };
  expect(said).toEqual({ feature: reference.name, psi: 0, missing: reference.missing, invalid: 0 });
  expect(live.unseen).toBeLessThan(1e-12);
}

test('any table of mixed values shows no drift and no problem, in whichever types they arrive', async () => {
  const mixed = column(whole, fraction, large, truth, time, text);
  await fc.assert(
    fc.asyncProperty(mixed, mixed, column(code), column(whole, fraction), async (a, b, codes, numbers) => {
      const columns = { a, b, codes, numbers };
      const texts = Object.fromEntries(
        Object.entries(columns).map(([name, cells]) => [name, cells.map((cell) => cell.text)]),
      );
      const { features } = await profiledColumns(texts, {
        types: { a: 'categorical', b: 'categorical', codes: 'categorical', numbers: 'numeric' },
        maxCategories: 20,
      });
      for (const reference of features) {
        expectNoDrift(reference, columns[reference.name as keyof typeof columns]);
      }
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 120_000);

test("the texts that pandas writes are the service's own values", async () => {
  const { feature } = await profiled(caseFile('pandas-texts.csv'), {
    label: 'approved',
    types: { tier: 'categorical' },
  });
  expect(feature('tier')).toMatchObject({ categories: ['1', '2', '3'], counts: [100, 100, 100], labels: 'number' });
  expect(feature('is_member')).toMatchObject({ categories: ['false', 'true'], labels: 'number' });
  const rows = readFileSync(caseFile('pandas-texts.csv'), 'utf8').trim().split('\n').slice(1);
  const tiers = rows.map((row) => Number(row.split(',')[0]));
  const members = rows.map((row) => row.split(',')[1] === 'True');
  for (const values of [tiers, tiers.map(BigInt), tiers.map((tier) => `${tier}.0`)]) {
    expect(replayed(feature('tier'), values)).toMatchObject({ psi: 0, unseen: 0, problems: { invalid: 0 } });
  }
  for (const values of [members, members.map(String), members.map(Number)]) {
    expect(replayed(feature('is_member'), values)).toMatchObject({ psi: 0, unseen: 0, problems: { invalid: 0 } });
  }
  // Without the option, the tiers are numbers.
  const numeric = (await profiled(caseFile('pandas-texts.csv'), { label: 'approved' })).feature('tier');
  expect(replayed(numeric, tiers.map(String))).toMatchObject({ psi: 0, problems: { converted: 300, invalid: 0 } });
});

test('codes of JSON texts stay as they are written, and the rows themselves show no drift', async () => {
  const path = caseFile('texts-like-times.jsonl');
  const { feature, features } = await profiled(path, { label: 'approved' });
  expect(feature('code')).toMatchObject({ labels: 'verbatim', categories: expect.arrayContaining(['007', '7']) });
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const reference of features) {
    const live = replayed(
      reference,
      rows.map((row) => row[reference.name]),
    );
    expect(live).toMatchObject({ psi: 0, unseen: 0, problems: { invalid: 0, missing: reference.missing } });
  }
});

test('texts of one value add up before the list is cut', async () => {
  // Each text of 1 alone is rarer than any other category.
  const ones = ['1', '1.0', '1.00', ' 1', '+1', '1e0', '0.1e1', '1.'].flatMap((one) => [one, one]);
  const others = Array.from({ length: 6 }, (_, i) => `c${i}`).flatMap((each) => Array.from({ length: 5 }, () => each));
  const request = { types: { x: 'categorical' }, maxCategories: 2 } as const;
  const x = (await profiledColumns({ x: [...ones, ...others] }, request)).feature('x');
  expect(x).toMatchObject({ categories: ['1', 'c0'], counts: [16, 5], other: 25 });
});

test('a column is read verbatim on request, and then categorical', async () => {
  const values = ['1', '1.0', '2'].flatMap((each) => Array.from({ length: 10 }, () => each));
  const x = (await profiledColumns({ x: values }, { verbatim: ['x'] })).feature('x');
  expect(x).toMatchObject({ kind: 'categorical', labels: 'verbatim', categories: ['1', '1.0', '2'] });
  await expect(profiledColumns({ x: values }, { verbatim: ['y'] })).rejects.toThrow('--verbatim names the column y');
});

test('classes, the favorable one, groups and the privileged one are labels too', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${i},${i % 2}.0,${i % 4 === 1 ? 'False' : i % 2 === 1 ? 'True' : 'FALSE'},${i % 2}`,
  );
  const path = dataFile('roles.csv', `x,sex,approved,predicted\n${rows.join('\n')}\n`);
  const { profile } = await build([path], {
    ...{ label: 'approved', prediction: 'predicted', favorable: 'True', groups: ['sex', 'sex,approved'] },
    ...{ privileged: { sex: '1' }, types: { x: 'numeric' } },
  });
  expect(profile.prediction).toMatchObject({ classes: ['0', '1'], favorable: '1', labels: 'number' });
  // Of the 20 predicted 1, 10 are true.
  expect(profile.performance).toMatchObject({ accuracy: 0.75, precision: 0.5, recall: 1 });
  expect(profile.groups[0]).toMatchObject({ attribute: 'sex', values: ['0', '1'], labels: 'number', privileged: '1' });
  const both = profile.groups[1];
  expect(both?.values).toEqual(['0 & false', '1 & false', '1 & true']);
  const found = new GroupLabels(both as NonNullable<typeof both>, 10);
  const groups = [{ sex: 0, approved: false }, { sex: '1.0', approved: 0 }, { sex: 1n, approved: 'TRUE' }, { sex: 2 }];
  expect(groups.map((group) => found.values.labels[found.indexIn(group)])).toEqual([...(both?.values ?? []), MISSING]);
});

test('marks of missing values are in the profile, and missing in training by the rule for live values', async () => {
  const path = dataFile('marks.csv', 'x,c\n1,a\n-999,?\n-999.0, ? \n2,b\n 3 ,NA\n4,-999\n');
  const { profile } = await build([path], { missing: ['-999', '?'], types: { c: 'categorical' } });
  expect(profile.missingValues).toEqual(['-999', '?']);
  expect(profile.features).toMatchObject([
    { name: 'x', kind: 'numeric', missing: 2, minimum: 1, maximum: 4 },
    { name: 'c', missing: 3, categories: ['NA', 'a', 'b'] },
  ]);
});

test('1_000 is a text in training as it is live', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i % 3}_000`);
  const x = (await profiledColumns({ x: rows })).feature('x');
  expect(x).toMatchObject({ kind: 'categorical', categories: ['0_000', '1_000', '2_000'] });
  expect(replayed(x, rows)).toMatchObject({ psi: 0, unseen: 0 });
  const mixed = [...rows, '1', '2.5'];
  const numeric = (await profiledColumns({ x: mixed }, { types: { x: 'numeric' } })).feature('x');
  expect(numeric).toMatchObject({ missing: 0, invalid: 30, maximum: 2.5 });
});
