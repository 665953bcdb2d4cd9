import { featureMoments } from '../../src/counts/feature-moments.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { FEATURE, readFrom, series, textsOf } from './made-up-series.ts';

const query: MeasureQuery = { ...DEFAULT_QUERY, minimumObservations: 4 };
const earlier: MeasureQuery = { ...query, baseline: { kind: 'earlier', offset: '1d' } };
const version: MeasureQuery = { ...query, where: { version: ['1'] }, baseline: { kind: 'version', version: '2' } };

const side = (name: string, ...values: number[]) => series({ ...FEATURE, ml_deviation_side: name }, ...values);

test('each kind of baseline asks for what it rests on', () => {
  const names = (of: MeasureQuery): string[] => Object.keys(textsOf(featureMoments, of));
  const live = ['observations', 'deviations'];
  const observed = ['baseline observations', 'baseline deviations', 'baseline squares'];
  expect(names(query)).toEqual([...live, 'standardDeviation', 'rows']);
  for (const each of [earlier, version]) {
    expect(names(each)).toEqual([...live, 'reference mean', ...observed, 'baseline reference mean']);
  }
  expect(textsOf(featureMoments, earlier)['baseline squares']).toContain('offset 1d');
  expect(textsOf(featureMoments, earlier)['baseline reference mean']).toContain(
    'ml_reference_feature_mean[5m] offset 1d',
  );
  expect(textsOf(featureMoments, version)['baseline reference mean']).toContain('ml_model_version="2"');
});

test('against the profile the mean is that of the deviations', () => {
  // 1, 3 and 8 around a reference mean of 2: 7 above, 1 below.
  const read = readFrom(featureMoments, query, {
    observations: [series(FEATURE, 3, NaN)],
    deviations: [side('above', 7, 7), side('below', 1, 1)],
    standardDeviation: [series(FEATURE, 2, 2)],
    rows: [series(FEATURE, 500, 500)],
  });
  expect(read).toEqual([
    {
      labels: FEATURE,
      counts: [{ mean: 2, observations: 3, baseline: { mean: 0, standardDeviation: 2, observations: 500 } }, undefined],
    },
  ]);
});

test('against an earlier time the spread is that of what was observed then', () => {
  const [feature] = readFrom(featureMoments, earlier, {
    observations: [series(FEATURE, 10, 10)],
    deviations: [side('above', 30, 30), side('below', 10, 10)],
    'reference mean': [series(FEATURE, 1, 1)],
    'baseline reference mean': [series(FEATURE, 1, 1)],
    // 1, 1, 5 and 5 around a reference mean of 1: 8 above and 32 squared.
    'baseline observations': [series(FEATURE, 4, 3)],
    'baseline deviations': [side('above', 8, 8), side('below', 0, 0)],
    'baseline squares': [series(FEATURE, 32, 32)],
  });
  expect(feature?.counts).toEqual([
    { mean: 2, observations: 10, baseline: { mean: 2, standardDeviation: 2, observations: 4 } },
    // Three are too few for a baseline.
    { mean: 2, observations: 10, baseline: { mean: NaN, standardDeviation: NaN, observations: NaN } },
  ]);
});

test('against another version each mean begins at its own reference mean', () => {
  const [feature] = readFrom(featureMoments, version, {
    observations: [series(FEATURE, 10)],
    deviations: [side('above', 30), side('below', 10)],
    'reference mean': [series(FEATURE, 100)],
    'baseline observations': [series(FEATURE, 4)],
    'baseline deviations': [side('above', 8), side('below', 0)],
    'baseline squares': [series(FEATURE, 32)],
    'baseline reference mean': [series(FEATURE, 90)],
  });
  expect(feature?.counts).toEqual([
    // 102 and 92, both measured from 100.
    { mean: 2, observations: 10, baseline: { mean: -8, standardDeviation: 2, observations: 4 } },
  ]);
});

test('several profiles of one side are added up, each around its own reference mean', () => {
  const p = { ...FEATURE, ml_profile_id: 'p' };
  const q = { ...FEATURE, ml_profile_id: 'q' };
  const sides = (labels: object, above: number, below: number) => [
    series({ ...labels, ml_deviation_side: 'above' }, above),
    series({ ...labels, ml_deviation_side: 'below' }, below),
  ];
  // 10 and 14 around 10 on the one replica, and 10 and 20 around 12 on the other.
  const observations = [series(p, 2), series(q, 2)];
  const deviations = [...sides(p, 4, 0), ...sides(q, 8, 2)];
  const means = [series(p, 10), series(q, 12)];
  const [feature, ...others] = readFrom(featureMoments, earlier, {
    observations,
    deviations,
    'reference mean': means,
    'baseline observations': observations,
    'baseline deviations': deviations,
    'baseline squares': [series(p, 16), series(q, 4 + 64)],
    'baseline reference mean': means,
  });
  expect(others).toEqual([]);
  expect(feature).toEqual({
    labels: FEATURE,
    // The mean is 13.5, and the variance (12.25 + 0.25 + 12.25 + 42.25) / 4.
    counts: [
      { mean: 3.5, observations: 4, baseline: { mean: 3.5, standardDeviation: Math.sqrt(16.75), observations: 4 } },
    ],
  });
});

test('against the training data each profile has its own mean', () => {
  const of = (profile: string, values: number) => series({ ...FEATURE, ml_profile_id: profile }, values);
  const side = (profile: string, name: string, value: number) =>
    series({ ...FEATURE, ml_profile_id: profile, ml_deviation_side: name }, value);
  const read = readFrom(featureMoments, query, {
    observations: [of('p', 10), of('q', 10)],
    deviations: [side('p', 'above', 10), side('p', 'below', 0), side('q', 'above', 0), side('q', 'below', 20)],
    standardDeviation: [of('p', 2), of('q', 4)],
    rows: [of('p', 100), of('q', 200)],
  });
  expect(read.map(({ labels, counts: [counts] }) => [labels['ml_profile_id'], counts])).toEqual([
    ['p', { mean: 1, observations: 10, baseline: { mean: 0, standardDeviation: 2, observations: 100 } }],
    ['q', { mean: -2, observations: 10, baseline: { mean: 0, standardDeviation: 4, observations: 200 } }],
  ]);
});
