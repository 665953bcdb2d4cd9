import { compile } from '../../src/query/compile.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';

const query = (change: Partial<MeasureQuery>): MeasureQuery => ({ ...DEFAULT_QUERY, ...change });

test('the live share, as text', () => {
  expect(compile(query({ measure: 'live-share', models: ['income'], features: ['age'], window: '10m' })).promql).toBe(
    'sum by (ml_model_name, ml_model_version, ml_feature_name, ml_feature_bin) ' +
      '(increase(ml_feature_observations_total{ml_model_name="income", ml_feature_name="age"}[10m])) ' +
      '/ on (ml_model_name, ml_model_version, ml_feature_name) group_left () ' +
      '(sum by (ml_model_name, ml_model_version, ml_feature_name) ' +
      '(increase(ml_feature_observations_total{ml_model_name="income", ml_feature_name="age"}[10m])) >= 200)',
  );
});

test('the latency accepts the names of both transports', () => {
  expect(compile(query({ measure: 'latency-quantile', quantile: 0.5 })).promql).toContain(
    'histogram_quantile(0.5, sum by (le, ml_model_name, ml_model_version) ' +
      '(increase({__name__=~"ml_prediction_duration(_seconds)?_bucket"}[5m])))',
  );
});

test('every measure as text', () => {
  expect(compile(query({ measure: 'psi' })).promql).toMatchSnapshot();
  expect(compile(query({ measure: 'psi-critical-value' })).promql).toMatchSnapshot();
  expect(compile(query({ measure: 'missing-share' })).promql).toMatchSnapshot();
  expect(compile(query({ measure: 'disparate-impact' })).promql).toMatchSnapshot();
  expect(
    compile(query({ measure: 'disparate-impact', favorable: '>50K', privileged: 'Male' })).promql,
  ).toMatchSnapshot();
  expect(compile(query({ measure: 'selection-rate', minimumObservations: 0 })).promql).toMatchSnapshot();
  expect(compile(query({ measure: 'throughput' })).promql).toMatchSnapshot();
  expect(compile(query({ measure: 'error-share' })).promql).toMatchSnapshot();
});

test.each<[string, Partial<MeasureQuery>]>([
  ['window is "5 minutes": give a Prometheus duration', { window: '5 minutes' }],
  ['window is "5m]) or vector(1)": give a Prometheus duration', { window: '5m]) or vector(1)' }],
  ['quantile is 99: give a number between 0 and 1', { quantile: 99 }],
  ['quantile is NaN', { quantile: NaN }],
  ['significance is 0', { significance: 0 }],
  ['minimumObservations is -1', { minimumObservations: -1 }],
  ['There is no measure "x"', { measure: 'x' as MeasureQuery['measure'] }],
])('refuses a query: %s', (sentence, change) => {
  expect(() => compile(query(change))).toThrow(sentence);
});

test.each(['30s', '1h30m', '1d', '$__rate_interval', '$__interval', '$__range'])('accepts the window %s', (window) => {
  expect(compile(query({ window })).promql).toContain(`[${window}]`);
});
