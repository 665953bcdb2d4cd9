import { parseProfile, populationStabilityIndex, psiCriticalValueOf, type ReferenceProfile } from '@driftline/shared';
import { compareProfiles } from '../../src/compare/compare-profiles.ts';
import { exampleProfile } from '../example-profile.ts';

/** The example, changed. */
function profile(change: (profile: ReturnType<typeof exampleProfile>) => object = () => ({})): ReferenceProfile {
  const example = exampleProfile();
  return parseProfile({ ...example, ...change(example) });
}

test('a profile does not differ from itself', () => {
  const { features, predictions, added, removed, notes } = compareProfiles(profile(), profile());
  expect([...features, ...predictions].map(({ name, psi }) => [name, psi])).toEqual([
    ['age', 0],
    ['work', 0],
    ['predicted class', 0],
  ]);
  expect({ added, removed, notes }).toEqual({ added: [], removed: [], notes: [] });
});

test('PSI and its noise are those of the bins, corrected for all that is compared', () => {
  // Yurdakul (2018): 0.0677 for these counts.
  const [before, after] = [
    [253, 302, 204, 134, 72, 26, 8],
    [177, 262, 285, 158, 88, 25, 6],
  ].map((counts) =>
    profile(({ features: [age] }) => ({
      features: [{ ...age, edges: [1, 2, 3, 4, 5, 6], counts }],
      prediction: undefined,
    })),
  ) as [ReferenceProfile, ReferenceProfile];
  const [feature] = compareProfiles(before, after).features;
  expect(feature?.psi).toBeCloseTo(0.0677, 4);
  expect(feature).toMatchObject({ noise: expect.closeTo(0.0252, 4), bins: 7, ofBins: 7 });
});

test('shares are of all rows, and what one profile lacks is listed', () => {
  const before = profile(({ features: [age, work] }) => ({
    features: [{ ...age, invalid: 100 }, work, { ...work, name: 'gone' }],
    missingValues: ['?'],
    performance: { accuracy: 0.9, f1: 0.8 },
  }));
  const after = profile(({ features: [age, work] }) => ({
    features: [age, { ...work, categories: ['Private', '?'], counts: [75, 25], other: 0 }, { ...work, name: 'new' }],
    model: { name: 'credit', version: '2' },
    performance: { accuracy: 0.8, recall: 0.7 },
  }));
  const compared = compareProfiles(before, after);
  expect(compared.features).toMatchObject([
    { name: 'age', missing: { before: 0.1, after: 0.2 }, invalid: { before: 0.5, after: 0 } },
    // A monitor with the earlier profile takes the mark for a missing value.
    { name: 'work', missing: { before: 0, after: 0.25 }, bins: 4 },
  ]);
  expect(compared).toMatchObject({
    added: ['new'],
    removed: ['gone'],
    performance: { accuracy: { before: 0.9, after: 0.8 } },
    notes: [
      'These are profiles of two models: income and credit.',
      'Only one of the profiles reads "?" as missing: build both with the same `--missing`.',
    ],
  });
  expect(Object.keys(compared.performance)).toEqual(['accuracy']);
});

test('classes and scores are compared, each with its own kind', () => {
  const score = { edges: [0.5], counts: [60, 40], mean: 0.4, standardDeviation: 0.1, minimum: 0.1, maximum: 0.9 };
  const before = profile(({ prediction }) => ({ prediction: { ...prediction, score } }));
  const after = profile(({ prediction }) => ({
    prediction: { ...prediction, classes: ['yes', 'no'], counts: [50, 50], score: { ...score, counts: [40, 60] } },
  }));
  expect(compareProfiles(before, after).predictions).toEqual([
    {
      name: 'predicted class',
      psi: populationStabilityIndex([50, 50], [75, 25]),
      noise: psiCriticalValueOf(100, 100, 2, 0.05, 4),
      bins: 2,
      ofBins: 2,
      readAsMissing: 0,
    },
    expect.objectContaining({ name: 'score', psi: populationStabilityIndex([40, 60], [60, 40]) }),
  ]);
  const regression = profile(() => ({ prediction: { kind: 'regression', score } }));
  expect(compareProfiles(before, regression).predictions).toEqual([
    { name: 'predicted class', psi: null, reason: 'is not in the later profile' },
    { name: 'score', psi: null, reason: 'is not in the later profile' },
  ]);
});

test('a feature without a value is not compared', () => {
  const empty = profile(({ features: [age, work] }) => ({ features: [{ ...age, counts: [0, 0, 0, 0] }, work] }));
  expect(compareProfiles(profile(), empty).features[0]).toMatchObject({ reason: 'has no value in the later profile' });
  expect(compareProfiles(empty, profile()).features[0]).toMatchObject({
    reason: 'has no value in the earlier profile',
  });
});
