import { featureProblemCounts } from '../../src/counts/feature-problems.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { FEATURE, readFrom, series, textsOf } from './made-up-series.ts';

const problem = (name: string, ...values: number[]) => series({ ...FEATURE, ml_feature_problem: name }, ...values);

test('asks for the values of each feature and for all problems at once', () => {
  const { observations, problems } = textsOf(featureProblemCounts, DEFAULT_QUERY);
  expect(observations).toBe(
    'sum by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) (increase(ml_feature_observations_total[5m]))',
  );
  expect(problems).toContain('ml_feature_problem=~"missing|invalid|unseen|outlier|out_of_range|converted"');
});

test('a problem without a series has no count; without observations nothing is known', () => {
  const [feature] = readFrom(featureProblemCounts, DEFAULT_QUERY, {
    observations: [series(FEATURE, 90, NaN)],
    problems: [problem('missing', 7, 7), problem('invalid', 3, 3), problem('outlier', 0, 0)],
  });
  expect(feature).toEqual({
    labels: FEATURE,
    counts: [
      {
        observations: 90,
        missing: 7,
        invalid: 3,
        outlier: 0,
        unseen: NaN,
        out_of_range: NaN,
        converted: NaN,
        training: { missing: NaN, invalid: NaN, outlier: NaN, unseen: NaN, out_of_range: NaN, converted: NaN },
      },
      undefined,
    ],
  });
});

test('in training a problem without a series did not occur', () => {
  const [feature] = readFrom(featureProblemCounts, DEFAULT_QUERY, {
    observations: [series(FEATURE, 90)],
    problems: [problem('missing', 7)],
    'missing in training': [series(FEATURE, 0.3)],
    'problems in training': [problem('outlier', 0.01)],
  });
  expect(feature?.counts[0]?.training).toEqual({
    missing: 0.3,
    invalid: 0,
    outlier: 0.01,
    unseen: 0,
    out_of_range: 0,
    converted: 0,
  });
});

test('a feature without series of problems is left out, as in PromQL', () => {
  expect(readFrom(featureProblemCounts, DEFAULT_QUERY, { observations: [series(FEATURE, 1)] })).toEqual([]);
});
