import { parseProfile } from '@driftline/shared';
import { profileIdOf } from '../../src/recorder/profile-id.ts';
import { dataFile, build } from '../profile/build.ts';
import { exampleProfile } from '../example-profile.ts';

type Example = ReturnType<typeof exampleProfile>;

/** The identity of the example profile with one part changed. */
const idWith = (change: (profile: Example) => object = (profile) => profile): string =>
  profileIdOf(parseProfile(change(exampleProfile())));

const withAge = (change: object) => (profile: Example) => ({
  ...profile,
  features: profile.features.map((feature) => (feature.name === 'age' ? { ...feature, ...change } : feature)),
});

const withPositives = (positives: readonly number[]) => (profile: Example) => {
  const bins = { class: 'yes', edges: [0.5], counts: [50, 50], threshold: 0.5 };
  return {
    ...profile,
    prediction: { ...profile.prediction, scoreBins: [{ ...bins, calibration: { rows: [4, 4], positives } }] },
  };
};

test('an identity is a short text', () => {
  expect(idWith()).toMatch(/^[0-9a-f]{8}$/);
});

test.each<[string, (profile: Example) => object]>([
  ['the date', (profile) => ({ ...profile, createdAt: '2027-01-31T12:00:00Z' })],
  ['the version', (profile) => ({ ...profile, model: { name: 'income', version: '2' } })],
  ['the performance', (profile) => ({ ...profile, performance: { accuracy: 0.9 } })],
  ['the groups', (profile) => ({ ...profile, groups: [] })],
  ['the favorable class', (profile) => ({ ...profile, prediction: { ...profile.prediction, favorable: 'no' } })],
  ['the labels', (profile) => ({ ...profile, prediction: { ...profile.prediction, labelCounts: [70, 30] } })],
  ['the order of columns', (profile) => ({ ...profile, features: [...profile.features].reverse() })],
  ['the last digits of a mean', withAge({ mean: 40.00000000000001 })],
])('%s is no part of it', (_what, change) => {
  expect(idWith(change)).toBe(idWith());
});

test.each<[string, (profile: Example) => object]>([
  ['an edge', withAge({ edges: [25, 35, 61.00000000000001] })],
  ['the rows of a bin', withAge({ counts: [10, 20, 29, 21] })],
  ['all rows, with the same shares', withAge({ counts: [20, 40, 60, 40], missing: 40 })],
  ['the mean', withAge({ mean: 40.1 })],
  ['the standard deviation', withAge({ standardDeviation: 14 })],
  ['an extreme', withAge({ maximum: 91 })],
  ['a missing value', withAge({ missing: 19 })],
  ['the name of a feature', withAge({ name: 'years' })],
  [
    'the classes',
    (profile) => ({ ...profile, prediction: { ...profile.prediction, classes: ['no', 'maybe'], favorable: 'no' } }),
  ],
  ['the rows of the data', (profile) => ({ ...profile, rows: 200 })],
])('%s is a part of it', (_what, change) => {
  expect(idWith(change)).not.toBe(idWith());
});

test('two calibrations are two identities', () => {
  expect(idWith(withPositives([1, 3]))).not.toBe(idWith(withPositives([1, 4])));
});

test('the same training data, profiled twice, give the same identity, and other data another one', async () => {
  const rows = (shift: number) =>
    Array.from({ length: 500 }, (_, i) => `${((i * 7919) % 500) / 10 + shift},${'abc'[i % 3]}`).join('\n');
  const id = async (name: string, shift: number): Promise<string> => {
    const path = dataFile(name, `age,work\n${rows(shift)}\n`);
    return profileIdOf((await build([path])).profile);
  };
  const [first, second, other] = [await id('first.csv', 0), await id('second.csv', 0), await id('other.csv', 1)];
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});
