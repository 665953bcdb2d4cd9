import { sharedSums } from '../../src/alerts/shared-sums.ts';

const BY_FEATURE = 'ml_model_name, ml_model_version, ml_profile_id, ml_feature_name';
const observed = (window: string): string =>
  `sum by (${BY_FEATURE}) (increase(ml_feature_observations_total[${window}]))`;
const inBin = `sum by (${BY_FEATURE}, ml_feature_bin) (increase(ml_feature_observations_total[1h]))`;
const missing = `sum by (${BY_FEATURE}) (increase(ml_feature_problems_total{ml_model_name="a", ml_feature_problem="missing"}[1h]))`;
const ofModel = 'sum by (ml_model_name) (increase(ml_predictions_total[1h]))';
const ofBins = `sum by (${BY_FEATURE}) (drift_feature_observations_by_feature_bin:1h)`;
const nameOf = (part: string, window: string): string => `drift_${part}:${window}`;

test('a sum is recorded once, and read from its record', () => {
  expect(sharedSums([`${inBin} / ${observed('1h')}`, `${observed('1h')} > 200`, `${inBin} - 1`], nameOf, [])).toEqual({
    sums: [
      [
        { record: 'drift_feature_observations_by_feature_bin:1h', expr: inBin },
        { record: 'drift_feature_observations:1h', expr: ofBins },
      ],
      [
        { record: 'drift_feature_observations_by_feature_bin:1h', expr: inBin },
        { record: 'drift_feature_observations:1h', expr: ofBins },
      ],
      [{ record: 'drift_feature_observations_by_feature_bin:1h', expr: inBin }],
    ],
    expressions: [
      'drift_feature_observations_by_feature_bin:1h / drift_feature_observations:1h',
      'drift_feature_observations:1h > 200',
      'drift_feature_observations_by_feature_bin:1h - 1',
    ],
  });
});

test('what is summed of a model as a whole is that of its features, where they are recorded', () => {
  const active = 'sum by (ml_model_name) (increase(ml_feature_observations_total[1h])) > 0';
  const recorded = 'sum by (ml_model_name) (drift_feature_observations:1h) > 0';
  expect(sharedSums([active, `${observed('1h')} > 1`], nameOf, []).expressions[0]).toBe(recorded);
  expect(sharedSums([active], nameOf, []).expressions).toEqual([active]);
});

test('each window has a record, and what is of a model as a whole has none', () => {
  expect(
    sharedSums([`${observed('1h')} / ${observed('5m')}`, `${ofModel} / ${ofModel}`], nameOf, []).expressions,
  ).toEqual(['drift_feature_observations:1h / drift_feature_observations:5m', `${ofModel} / ${ofModel}`]);
});

test('a measure that is such a sum itself is recorded as it is', () => {
  expect(sharedSums([observed('1h')], nameOf, [])).toEqual({ sums: [[]], expressions: [observed('1h')] });
});

test('conditions of a sum are in its name, and those of a model in what reads it', () => {
  const matchers = [{ label: 'ml_model_name', operator: '=', value: 'a' }] as const;
  const { sums, expressions } = sharedSums([`${missing} / ${missing}`], nameOf, matchers);
  expect(sums).toEqual([[{ record: 'drift_feature_problems_missing:1h', expr: missing }]]);
  const read = 'drift_feature_problems_missing:1h{ml_model_name="a"}';
  expect(expressions).toEqual([`${read} / ${read}`]);
});

test('of two sums with one name, the second stays as it is', () => {
  const highest = observed('1h').replace('sum', 'max');
  const twice = [`${observed('1h')} / ${observed('1h')}`, `${highest} / ${highest}`];
  expect(sharedSums(twice, nameOf, []).expressions[1]).toBe(twice[1]);
});
