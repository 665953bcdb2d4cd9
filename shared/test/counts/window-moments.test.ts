import { windowMoments } from '../../src/counts/window-moments.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { FEATURE, readFrom, series, textsOf } from './made-up-series.ts';

const query: MeasureQuery = { ...DEFAULT_QUERY, measure: 'mean' };
const side = (name: string, ...values: number[]) => series({ ...FEATURE, ml_deviation_side: name }, ...values);

test('the ends are those of all exports in the window', () => {
  const texts = textsOf(windowMoments, query);
  expect(texts['minimum']).toContain('min_over_time(ml_feature_min[5m])');
  expect(texts['maximum']).toContain('max_over_time(ml_feature_max[5m])');
});

test('mean and spread are those of the values, whatever mean they were recorded around', () => {
  // 1, 3 and 8 around a training mean of 2: 7 above, 1 below, 1 + 1 + 36 squared. Their mean is 4, their variance 26 / 3.
  const read = readFrom(windowMoments, query, {
    observations: [series(FEATURE, 3, NaN)],
    deviations: [side('above', 7, 7), side('below', 1, 1)],
    squares: [series(FEATURE, 38, 38)],
    minimum: [series(FEATURE, 1, 1)],
    maximum: [series(FEATURE, 8, 8)],
    'training mean': [series(FEATURE, 2, 2)],
    'training standard deviation': [series(FEATURE, 1.5, 1.5)],
  });
  expect(read).toEqual([
    {
      labels: FEATURE,
      counts: [
        {
          observations: 3,
          mean: 4,
          standardDeviation: expect.closeTo(Math.sqrt(26 / 3), 12) as number,
          minimum: 1,
          maximum: 8,
          training: { mean: 2, standardDeviation: 1.5 },
        },
        undefined,
      ],
    },
  ]);
});

test('without a profile and without ends, what follows from them is not known', () => {
  const [feature] = readFrom(windowMoments, query, {
    observations: [series(FEATURE, 3)],
    deviations: [side('above', 7), side('below', 1)],
    squares: [],
    minimum: [],
    maximum: [],
    'training mean': [],
    'training standard deviation': [],
  });
  expect(feature?.counts[0]).toMatchObject({ observations: 3, mean: NaN, standardDeviation: NaN, minimum: NaN });
});
