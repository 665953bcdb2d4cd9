import { ATTRIBUTES } from '../../src/conventions/attributes.ts';
import { METRICS } from '../../src/conventions/metrics.ts';
import { counterSeries, histogramPattern, gaugeSeries, labelOf } from '../../src/conventions/series.ts';

test('names in the store', () => {
  expect(labelOf(ATTRIBUTES.modelName)).toBe('ml_model_name');
  expect(labelOf(ATTRIBUTES.errorType)).toBe('error_type');
  expect(counterSeries(METRICS.featureObservations)).toBe('ml_feature_observations_total');
  expect(gaugeSeries(METRICS.referenceFeatureRatio)).toBe('ml_reference_feature_ratio');
});

test.each(['ml_prediction_duration_bucket', 'ml_prediction_duration_seconds_bucket'])(
  'the latency of a scrape and of OTLP: %s',
  (name) => {
    expect(name).toMatch(new RegExp(`^(?:${histogramPattern(METRICS.predictionDuration, 'bucket')})$`));
  },
);

test('every metric and attribute is a valid OpenTelemetry name', () => {
  const metrics = Object.values(METRICS).map(({ name }) => name);
  expect(new Set(metrics).size).toBe(metrics.length);
  for (const name of [...metrics, ...Object.values(ATTRIBUTES)]) {
    expect(name).toMatch(/^[a-z]+(\.[a-z]+)+$/);
  }
});
