import { parseProfile } from '../../src/profile/parse.ts';
import type { NumericReference } from '../../src/profile/schema.ts';

const age: NumericReference = {
  ...{ kind: 'numeric', name: 'age', edges: [30], counts: [60, 40], missing: 0 },
  ...{ mean: 30, standardDeviation: 5, minimum: 0, maximum: 90 },
};
const prediction = { kind: 'classification', classes: ['no', 'yes'], counts: [50, 50] };
const profileWith = (segment: object, other?: object) => ({
  ...{ schemaVersion: 1, model: { name: 'm', version: '1' }, createdAt: '2026-01-01T00:00:00Z', rows: 100 },
  ...{ features: [age], groups: [], prediction },
  segments: [
    {
      attribute: 'country',
      values: [{ value: 'DE', rows: 50, features: [age], prediction, ...segment }],
      ...(other === undefined ? {} : { other }),
    },
  ],
});

test('a segment has the bins of the whole, and counts of its own', () => {
  const own = { features: [{ ...age, counts: [1, 49], mean: 50 }], prediction: { ...prediction, counts: [0, 50] } };
  expect(parseProfile(profileWith(own, { rows: 50, ...own })).segments?.[0]?.values[0]).toMatchObject(own);
});

test.each<[string, object, object | undefined, string]>([
  ['other edges', { features: [{ ...age, edges: [31] }] }, undefined, 'country=DE has other bins for feature age'],
  [
    'an unknown feature',
    { features: [{ ...age, name: 'aeg' }] },
    undefined,
    'country=DE has other bins for feature aeg',
  ],
  [
    'other classes',
    { prediction: { ...prediction, classes: ['yes', 'no'] } },
    undefined,
    'other bins for the predictions',
  ],
  ['no prediction', { prediction: undefined }, undefined, 'other bins for the predictions'],
  [
    'other bins of the others',
    {},
    { rows: 5, features: [{ ...age, edges: [31] }], prediction },
    'The segment the others of country has other bins',
  ],
  ['a value called other', { value: 'other' }, undefined, 'must not contain "other"'],
])('%s is refused', (_what, segment, other, sentence) => {
  expect(() => parseProfile(profileWith(segment, other))).toThrow(sentence);
});

test('more than ten values are refused, so that series stay bounded', () => {
  const profile = profileWith({});
  const [segment] = profile.segments;
  const values = Array.from({ length: 11 }, (_, i) => ({ ...segment?.values[0], value: `v${i}` }));
  expect(() => parseProfile({ ...profile, segments: [{ ...segment, values }] })).toThrow('at most 10 values');
});
