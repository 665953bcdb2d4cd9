import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { Database } from '../../src/profile/database.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import { profileIdOf } from '../../src/recorder/profile-id.ts';
import { build, dataFile, faultsOf, type Built } from './build.ts';

/** Rows with an age of their own from `first` on, a probability of one decimal, and a label that it foretells by `right` in ten. */
const rows = (first: number, count: number, right = 7): (readonly [number, string, string])[] =>
  Array.from({ length: count }, (_, i) => {
    const p = ((i % 10) + 1) / 10;
    return [first + i, i % 10 < right === p > 0.5 ? 'yes' : 'no', String(p)];
  });
const csv = (of: readonly (readonly unknown[])[], header = 'age,answer,p'): string =>
  `${[header, ...of.map((row) => row.join(','))].join('\n')}\n`;

const TRAIN = dataFile('train.csv', csv(rows(0, 400)));
const request: Partial<ProfileRequest> = {
  ...{ keep: ['age'], label: 'answer', score: 'p', favorable: 'yes', threshold: 0.5 },
};

/** Eight rows by hand: (p, label); edges are 0.1, 0.2 … 0.9. */
const HAND = csv([
  [900, 'no', 0.05],
  [901, 'yes', '0.1'],
  [902, 'no', Math.fround(0.1)],
  [903, 'yes', 0.55],
  [904, 'no', 0.6],
  [905, 'yes', 1],
  [906, 'yes', 0.95],
  [907, 'no', 0.95],
]);
const BY_HAND = { rows: [3, 0, 0, 0, 0, 2, 0, 0, 0, 3], positives: [1, 0, 0, 0, 0, 1, 0, 0, 0, 2] };

const calibrated = async (file: string, change: Partial<ProfileRequest> = {}): Promise<Built> =>
  build([TRAIN], { ...request, calibrateOn: [file], ...change });
function binsOf({ profile }: Built) {
  return profile.prediction?.kind === 'classification' ? profile.prediction.scoreBins : undefined;
}

let built: Built;

beforeAll(async () => {
  built = await calibrated(dataFile('validation.csv', HAND));
});

test('each bin has its held-out rows and those of the class', () => {
  expect(built.warnings).toEqual([]);
  expect(binsOf(built)?.[0]).toMatchObject({ class: 'yes', threshold: 0.5, calibration: BY_HAND });
});

test('the bins of another calibrated profile are taken, and its calibration is not; another one is another profile', async () => {
  const binsOfBuilt = { shown: 'one.json', profile: built.profile };
  const plain = await build([TRAIN], { ...request, binsOf: binsOfBuilt });
  expect({ ...binsOf(plain)?.[0], calibration: BY_HAND }).toEqual(binsOf(built)?.[0]);
  expect(binsOf(plain)?.[0]).not.toHaveProperty('calibration');
  const other = await calibrated(dataFile('other.csv', csv(rows(2000, 40))), { binsOf: binsOfBuilt });
  expect(binsOf(other)?.[0]?.calibration?.rows).toEqual(Array(10).fill(4));
  expect(new Set([built, plain, other].map(({ profile }) => profileIdOf(profile))).size).toBe(3);
});

test('Parquet and JSON lines calibrate as CSV does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-held-out-'));
  const [lines, parquet] = [join(folder, 'validation.jsonl'), join(folder, 'validation.parquet')];
  const database = await Database.open(folder);
  const read = `SELECT * FROM read_csv('${dataFile('validation.csv', HAND)}', types = {'answer': 'VARCHAR'})`;
  await database.run(`COPY (${read}) TO '${parquet}'; COPY (${read}) TO '${lines}' (FORMAT json)`);
  database.close();
  for (const file of [lines, parquet]) {
    expect(binsOf(await calibrated(file))?.[0]?.calibration).toEqual(BY_HAND);
  }
});

test('marks of missing values hold for the held-out rows too, whose columns are fewer and in another order', async () => {
  const file = dataFile('marked.csv', 'p,answer\n0.7,yes\n0.3,no\n-1,yes\n0.7,?\n');
  const marked = await calibrated(file, { missing: ['-1', '?'] });
  expect(binsOf(marked)?.[0]?.calibration?.rows.reduce((sum, count) => sum + count)).toBe(2);
  expect(marked.warnings).toEqual([
    expect.stringContaining(`2 of 4 rows of ${file} have no label in column answer or`),
  ]);
});

test('of several classes, each that has bins is calibrated one against the rest', async () => {
  const three = (first: number): string =>
    csv(Array.from({ length: 60 }, (_, i) => [first + i, 'abc'.charAt(i % 3), (i % 10) / 10, (i % 5) / 5]), 'age,answer,pa,pb'); // prettier-ignore
  const train = dataFile('three-train.csv', three(0));
  const both = await build([train], {
    ...{
      keep: ['age'],
      label: 'answer',
      scoreOf: { a: 'pa', b: 'pb' },
      calibrateOn: [dataFile('three-held-out.csv', three(1000))],
    },
  });
  expect(
    binsOf(both)?.map(({ class: label, calibration }) => [
      label,
      calibration?.rows.reduce((sum, count) => sum + count),
      calibration?.positives.reduce((sum, count) => sum + count),
    ]),
  ).toEqual([['a', 60, 20], ['b', 60, 20]]); // prettier-ignore
});

describe('training rows are told', () => {
  test('by the file', async () => {
    const { warnings } = await calibrated(TRAIN);
    expect(warnings).toEqual([expect.stringMatching(/train\.csv is training data: .*Calibrate on rows that/)]);
  });

  test('by rows that are the same', async () => {
    const mixed = dataFile('mixed.csv', csv([...rows(0, 400).slice(0, 30), ...rows(5000, 70)]));
    const { warnings } = await calibrated(mixed);
    expect(warnings).toEqual([
      expect.stringMatching(/^About 30 % of the rows of .*mixed\.csv stand in the training data/),
    ]);
  });

  test('and not where rows of the training data are often the same, too', async () => {
    const file = dataFile('few-columns.csv', csv(rows(0, 40).map(([age, answer, p]) => [age % 2, answer, p])));
    const train = dataFile('few-columns-train.csv', csv(rows(0, 400).map(([age, answer, p]) => [age % 2, answer, p])));
    expect((await build([train], { ...request, calibrateOn: [file] })).warnings).toEqual([]);
  });
});

test.each<[string, string, RegExp]>([
  ['a column that is not there', 'age,answer\n1,yes\n', /lacks the column p: give held-out rows with the label/],
  ['no rows', 'age,answer,p\n', /has a header and no rows: give rows that the model was not trained on\./],
  ['points', 'age,answer,p\n1,yes,640\n2,no,300\n', /holds numbers that are no probabilities, such as (640|300):/],
])('%s is refused', async (what, content, sentence) => {
  const file = dataFile(`${what}.csv`, content);
  expect(await faultsOf([TRAIN], { ...request, calibrateOn: [file] })).toEqual([expect.stringMatching(sentence)]);
});

test('a file that is not there is refused together with what is wrong with the training data', async () => {
  const broken = dataFile('broken.csv', 'age,answer,p,empty\n1,yes,0.5,\n2,no,0.4,\n');
  expect(await faultsOf([broken], { ...request, calibrateOn: ['no.csv'] })).toEqual([
    expect.stringContaining('Column empty is empty in every row'),
    'There is no file no.csv: give the path of rows that the model was not trained on.',
  ]);
});
