import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { calibrationSummary } from '../../src/inspect/calibration-summary.ts';
import { describeProfile } from '../../src/inspect/describe-profile.ts';
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

test('each bin has its held-out rows and those of the class, in every format', async () => {
  const built = await calibrated(dataFile('validation.csv', HAND));
  expect(built.warnings).toEqual([]);
  expect(binsOf(built)?.[0]).toMatchObject({ class: 'yes', calibration: BY_HAND });
  const plain = await build([TRAIN], request);
  expect({ ...binsOf(built)?.[0], calibration: undefined }).toEqual(binsOf(plain)?.[0]);

  const [header = '', ...lines] = HAND.trim().split('\n');
  const json = lines.map((line) => JSON.stringify(Object.fromEntries(line.split(',').map((value, i) => [header.split(',')[i], i === 1 ? value : Number(value)])))); // prettier-ignore
  const folder = mkdtempSync(join(tmpdir(), 'driftline-held-out-'));
  const parquet = join(folder, 'validation.parquet');
  const lineFile = dataFile('validation.jsonl', json.join('\n'));
  const database = await Database.open(folder);
  await database.run(`COPY (SELECT * FROM read_json('${lineFile}')) TO '${parquet}'`);
  database.close();
  for (const file of [lineFile, parquet]) {
    expect(binsOf(await calibrated(file))?.[0]?.calibration).toEqual(BY_HAND);
  }
});

test('marks of missing values and columns of other names hold for the held-out rows too', async () => {
  const file = dataFile('marked.csv', 'p,answer\n0.7,yes\n0.3,no\n-1,yes\n0.7,?\n');
  const built = await calibrated(file, { missing: ['-1', '?'] });
  expect(binsOf(built)?.[0]?.calibration?.rows.reduce((sum, count) => sum + count)).toBe(2);
  expect(built.warnings).toEqual([expect.stringContaining(`2 of 4 rows of ${file} have no label in column answer or`)]);
});

test('of several classes, each that has bins is calibrated one against the rest', async () => {
  const three = (first: number): string =>
    csv(Array.from({ length: 60 }, (_, i) => [first + i, 'abc'.charAt(i % 3), (i % 10) / 10, (i % 5) / 5]), 'age,answer,pa,pb'); // prettier-ignore
  const train = dataFile('three-train.csv', three(0));
  const built = await build([train], {
    ...{
      keep: ['age'],
      label: 'answer',
      scoreOf: { a: 'pa', b: 'pb' },
      calibrateOn: [dataFile('three-held-out.csv', three(1000))],
    },
  });
  expect(
    binsOf(built)?.map(({ class: label, calibration }) => [
      label,
      calibration?.rows.reduce((sum, count) => sum + count),
      calibration?.positives.reduce((sum, count) => sum + count),
    ]),
  ).toEqual([['a', 60, 20], ['b', 60, 20]]); // prettier-ignore
});

test('two calibrations are two profiles, with bins of their own or of another calibrated profile', async () => {
  const one = await calibrated(dataFile('one.csv', HAND));
  const other = await calibrated(dataFile('two.csv', csv(rows(2000, 40))));
  expect(profileIdOf(one.profile)).not.toBe(profileIdOf(other.profile));
  const binsOfOne = { shown: 'one.json', profile: one.profile };
  const plain = await build([TRAIN], { ...request, binsOf: binsOfOne });
  expect(binsOf(plain)?.[0]).toMatchObject({ edges: binsOf(one)?.[0]?.edges });
  expect(binsOf(plain)?.[0]?.calibration).toBeUndefined();
  const again = await calibrated(dataFile('three.csv', csv(rows(2000, 40))), { binsOf: binsOfOne });
  expect(binsOf(again)?.[0]?.calibration).toEqual(binsOf(other)?.[0]?.calibration);
});

test('inspection names the calibration and its cost, or that there is none', async () => {
  const { profile } = await calibrated(dataFile('inspected.csv', HAND));
  const words = describeProfile(profile).replace(/\s+/g, ' ');
  expect(words).toContain('Its bins are calibrated on 8 held-out rows, 4 of them yes');
  expect(words).toContain(
    'Performance is estimated before labels arrive by the score of one class: 30 series a replica.',
  );
  const plain = (await build([TRAIN], request)).profile;
  expect(describeProfile(plain).replace(/\s+/g, ' ')).toContain('Performance is not estimated before labels arrive: ');
  expect(calibrationSummary((await build([TRAIN], { keep: ['age'] })).profile)).toBeUndefined();
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

test.each<[string, string, Partial<ProfileRequest>, string]>([
  ['a column that is not there', 'age,answer\n1,yes\n', {}, 'lacks the column p: give held-out rows with the label'],
  ['no rows', 'age,answer,p\n', {}, 'has a header and no rows: give rows that the model was not trained on.'],
  ['scores of points', 'age,answer,p\n1,yes,640\n2,no,300\n', {}, 'holds numbers that are no probabilities, such as'],
  ['a regression', HAND, { task: 'regression', label: 'age', favorable: undefined }, 'predicts numbers, whose errors are not estimated'],
  ['no label', HAND, { label: undefined, prediction: 'answer' }, '--calibrate-on needs the ground truth of the held-out rows'],
  ['no score', HAND, { score: undefined }, '--calibrate-on needs the probabilities of the held-out rows'],
  ['a class that nothing names', HAND, { favorable: undefined }, '--calibrate-on has no bins of scores to calibrate'],
])('%s is refused', async (what, content, change, sentence) => {
  const file = dataFile(`${what}.csv`, content);
  expect(await faultsOf([TRAIN], { ...request, calibrateOn: [file], ...change } as Partial<ProfileRequest>)).toEqual([
    expect.stringContaining(sentence),
  ]);
}); // prettier-ignore

test('a file that is not there is refused together with what is wrong with the training data', async () => {
  const broken = dataFile('broken.csv', 'age,answer,p,empty\n1,yes,0.5,\n2,no,0.4,\n');
  expect(await faultsOf([broken], { ...request, calibrateOn: ['no.csv'] })).toEqual([
    expect.stringContaining('Column empty is empty in every row'),
    'There is no file no.csv: give the path of rows that the model was not trained on.',
  ]);
});
