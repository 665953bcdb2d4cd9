import { compile } from '../../src/compiler/compile.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';

const query = (change: Partial<MeasureQuery>): MeasureQuery => ({ ...DEFAULT_QUERY, ...change });

test('the live share, as text', () => {
  expect(
    compile(query({ measure: 'live-share', where: { model: ['income'], feature: ['age'] }, window: '10m' })).promql,
  ).toBe(
    'sum by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name, ml_feature_bin) ' +
      '(increase(ml_feature_observations_total{ml_model_name="income", ml_feature_name="age"}[10m])) ' +
      '/ on (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) group_left () ' +
      '(sum by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) ' +
      '(increase(ml_feature_observations_total{ml_model_name="income", ml_feature_name="age"}[10m])) >= 200)',
  );
});

test('the latency accepts the names of both transports', () => {
  expect(compile(query({ measure: 'latency-quantile', quantile: 0.5 })).promql).toContain(
    'histogram_quantile(0.5, sum by (le, ml_model_name, ml_model_version) ' +
      '(increase({__name__=~"ml_prediction_duration(_seconds)?_bucket"}[5m])))',
  );
});

test.each<[string, Partial<MeasureQuery>]>([
  ['window is "5 minutes": give a Prometheus duration', { window: '5 minutes' }],
  ['window is "5m]) or vector(1)": give a Prometheus duration', { window: '5m]) or vector(1)' }],
  ['quantile is 99: give a number between 0 and 1', { quantile: 99 }],
  ['quantile is NaN', { quantile: NaN }],
  ['significance is 0', { significance: 0 }],
  ['minimumObservations is -1', { minimumObservations: -1 }],
  ['There is no measure "x"', { measure: 'x' }],
  [
    'where holds "color": narrow by one of model, version, profile, feature, group',
    { where: { color: ['red'] } as object },
  ],
  ['where.model is "income": give a list of texts', { where: { model: 'income' } as object }],
  ['PSI has no numerator: show one of value, observations, critical-value', { show: 'numerator' }],
  [
    'Kolmogorov–Smirnov cannot be written as PromQL, so only the Driftline data source shows it',
    { measure: 'kolmogorov-smirnov' },
  ],
  [
    'of is histogram, and Mean shift is a measure of features alone',
    {
      measure: 'mean-shift',
      of: { kind: 'histogram', selector: 'h', edges: [1], by: [] },
      baseline: { kind: 'earlier', offset: '1d' },
    },
  ],
  ['of is prediction, and Accuracy is a measure of models alone', { measure: 'accuracy', of: { kind: 'prediction' } }],
])('refuses a query: %s', (sentence, change) => {
  expect(() => compile(query(change))).toThrow(sentence);
});

test.each(['30s', '1h30m', '1d', '$__rate_interval', '$__interval', '$__range'])('accepts the window %s', (window) => {
  expect(compile(query({ window })).promql).toContain(`[${window}]`);
});
