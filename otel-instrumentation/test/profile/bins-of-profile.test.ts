import { featureBins, parseProfile, predictionBins, type ReferenceProfile } from '@driftline/shared';
import { Database } from '../../src/profile/database.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import { withPrivateFolder } from '../../src/profile/private-folder.ts';
import { parseStatistics } from '../../src/profile/statistics.ts';
import { profileFromStatistics, profileSql } from '../../src/profile/warehouse-profile.ts';
import { build, dataFile } from './build.ts';

/** Rows of a model: the later ones are older people with other work. */
const people = (from: number, work: readonly string[]): string =>
  [
    'age,code,work,answer,score',
    ...Array.from({ length: 300 }, (_, i) => [
      from + ((i * 7) % 40),
      `0${i % 3}`,
      work[i % work.length],
      i % 3 ? 'yes' : 'no',
      ((i * 13) % 100) / 100,
    ]),
  ].join('\n');

const STABLE = people(20, ['State', 'Private', 'Private', 'None']);
const CANARY = people(35, ['Private', 'Own', 'State', 'State']);
const REQUEST = { label: 'answer', score: 'score', favorable: 'yes', minimumCount: 10 } as const;

let stable: ReferenceProfile;
beforeAll(async () => {
  stable = (await build([dataFile('stable.csv', STABLE)], REQUEST)).profile;
});

const from = (profile: ReferenceProfile): Partial<ProfileRequest> => ({
  ...REQUEST,
  binsOf: { shown: 'stable.json', profile },
});

const labelsOf = (profile: ReferenceProfile): unknown => ({
  features: profile.features.map((feature) => [feature.name, featureBins(feature).map(({ label }) => label)]),
  prediction: profile.prediction && predictionBins(profile.prediction).map(({ label }) => label),
});

test('a profile of its own bins is itself', async () => {
  const { profile, warnings } = await build([dataFile('stable.csv', STABLE)], from(stable));
  expect({ ...profile, createdAt: '' }).toEqual({ ...stable, createdAt: '' });
  expect(warnings).toEqual([expect.stringContaining('Column code holds numbers with leading zeros')]);
});

test('another profile has the same bins in the same order, and all its own rows', async () => {
  const { profile, warnings } = await build([dataFile('canary.csv', CANARY)], from(stable));
  expect(labelsOf(profile)).toEqual(labelsOf(stable));
  expect(labelsOf((await build([dataFile('canary.csv', CANARY)], REQUEST)).profile)).not.toEqual(labelsOf(stable));
  for (const feature of profile.features) {
    expect(featureBins(feature).reduce((sum, { count }) => sum + count, feature.missing)).toBe(300);
  }
  expect(profile.features[2]).toMatchObject({
    categories: ['Private', 'None', 'State'],
    counts: [75, 0, 150],
    other: 75,
  });
  // Nobody is younger than 35.
  expect(warnings).toContainEqual(
    expect.stringMatching(/^Column age has no training rows in ≤23, .*Its edges are those of stable.json/),
  );
});

test('edges that are given take precedence, and columns that only one of the two has are said', async () => {
  const { profile, warnings } = await build([dataFile('more.csv', CANARY.replace('code', 'region'))], {
    ...from(stable),
    edges: { age: [30, 60] },
  });
  expect(profile.features[0]).toMatchObject({ edges: [30, 60] });
  expect(profile.features[1]).toMatchObject({ name: 'region', categories: ['00', '01', '02'] });
  expect(warnings).toContainEqual('stable.json has no bins for region: they get bins of their own.');
  expect(warnings).toContainEqual('stable.json has bins for code, which are no features here.');
});

test('classes keep their order, those that are gone and new ones too', async () => {
  const answers = CANARY.replaceAll(',no,', ',maybe,');
  const { profile } = await build([dataFile('answers.csv', answers)], from(stable));
  expect(profile.prediction).toMatchObject({ classes: ['yes', 'no', 'maybe'], counts: [200, 0, 100] });
});

test('a constant column of the other profile keeps its one bin', async () => {
  const data = (value: (i: number) => number): string =>
    ['x,y', ...Array.from({ length: 60 }, (_, i) => `${value(i)},${i % 5}`)].join('\n');
  const constant = (
    await build([
      dataFile(
        'constant.csv',
        data(() => 7),
      ),
    ])
  ).profile;
  const { profile } = await build(
    [
      dataFile(
        'varied.csv',
        data((i) => i % 9),
      ),
    ],
    {
      binsOf: { shown: 'constant.json', profile: constant },
    },
  );
  expect(profile.features[0]).toMatchObject({ edges: [], counts: [60], minimum: 0, maximum: 8 });
});

test('other kinds and other tasks are refused in a sentence', async () => {
  const numeric = CANARY.replaceAll(/(Private|Own|State)/g, (_, work: string) => String(work.length));
  await expect(build([dataFile('numeric.csv', numeric)], from(stable))).rejects.toThrow(
    'Column work is numeric here and categorical in stable.json: set `--categorical work`',
  );
  await expect(
    build([dataFile('canary.csv', CANARY)], { ...from(stable), label: 'age', task: 'regression' }),
  ).rejects.toThrow('The model predicts numbers here and classes in stable.json: set `--task classification`.');
});

test('a regression takes the edges of the predictions', async () => {
  const request = { label: 'score', task: 'regression' } as const;
  const { profile: old } = await build([dataFile('stable.csv', STABLE)], request);
  const { profile } = await build([dataFile('canary.csv', CANARY.replaceAll(/0\.\d+$/gm, '0.5'))], {
    ...request,
    binsOf: { shown: 'stable.json', profile: old },
  });
  expect(labelsOf(profile)).toMatchObject({ prediction: (labelsOf(old) as { prediction: unknown }).prediction });
});

test('a warehouse gives the same profile as the file', async () => {
  const path = dataFile('canary.csv', CANARY);
  const request: ProfileRequest = {
    ...{ model: 'm', version: '1', bins: 10, maxCategories: 50 },
    ...from(stable),
    types: { age: 'numeric', code: 'categorical', work: 'categorical' },
  };
  const rows = await withPrivateFolder(async (scratch) => {
    const database = await Database.open(scratch);
    await database.run(`CREATE TABLE people AS SELECT * FROM read_csv('${path}', all_varchar = true)`);
    const found = await database.rows(await profileSql('duckdb', 'people', request));
    database.close();
    return found;
  });
  const json = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  const profile = await profileFromStatistics(parseStatistics(json), request);
  const direct = (await build([path], { ...request, features: ['age', 'code', 'work'] })).profile;
  const rounded = (value: ReferenceProfile): unknown =>
    JSON.parse(JSON.stringify({ ...parseProfile(value), createdAt: '' }), (_, each: unknown) =>
      typeof each === 'number' ? Number(each.toPrecision(12)) : each,
    );
  expect(rounded(profile)).toEqual(rounded(direct));
});
