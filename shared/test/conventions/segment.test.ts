import { METRICS } from '../../src/conventions/metrics.ts';
import { isCountedBySegment, segmentMetric, segmentSeries } from '../../src/conventions/segment.ts';
import { counterSeries, gaugeSeries, histogramSeries } from '../../src/conventions/series.ts';

test('a segment has a name and labels of its own, so that nothing else finds its series', () => {
  const metric = segmentMetric(METRICS.predictions);
  expect(metric).toMatchObject({
    name: 'ml.segment.predictions',
    instrument: 'counter',
    attributes: [...METRICS.predictions.attributes, 'ml.segment.name', 'ml.segment.value'],
  });
  expect(segmentMetric(METRICS.referencePredictionRatio).name).toBe('ml.segment.reference.prediction.ratio');
  expect(segmentMetric(METRICS.predictions)).toBe(metric);
});

test.each([
  [counterSeries(METRICS.predictions), 'ml_segment_predictions_total'],
  [counterSeries(METRICS.outcomeScoreErrorSquared), 'ml_segment_outcome_score_error_squared_total'],
  [gaugeSeries(METRICS.referenceScorePositive), 'ml_segment_reference_score_positive_ratio'],
  [histogramSeries(METRICS.outcomeError, 'sum'), 'ml_segment_outcome_error_sum'],
  ['ml_prediction_duration_seconds_count', undefined],
  ['http_requests_total', undefined],
  ['', undefined],
])('the series %s of a segment', (plain, expected) => {
  expect(segmentSeries(plain)).toBe(expected);
});

test('what is counted by segment has the names in the store that its metric says', () => {
  for (const metric of Object.values(METRICS).filter(isCountedBySegment)) {
    const series = metric.instrument === 'counter' ? counterSeries(metric) : metric.name.replaceAll('.', '_');
    const own = segmentMetric(metric);
    const expected = own.instrument === 'counter' ? counterSeries(own) : own.name.replaceAll('.', '_');
    expect(segmentSeries(metric.instrument === 'histogram' ? `${series}_sum` : series)).toBe(
      metric.instrument === 'histogram' ? `${expected}_sum` : expected,
    );
  }
});
