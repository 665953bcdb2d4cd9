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
  expect(names(earlier)).toEqual([...live, ...observed]);
  expect(names(version)).toEqual([...live, ...observed, 'reference mean', 'baseline reference mean']);
  expect(textsOf(featureMoments, earlier)['baseline squares']).toContain('offset 1d');
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
    { mean: 102, observations: 10, baseline: { mean: 92, standardDeviation: 2, observations: 4 } },
  ]);
});
