import { DataPointType } from '@opentelemetry/sdk-metrics';
import { METRICS } from '@driftline/shared';
import { MetricList } from '../../src/producer/metric-list.ts';

test('points of one metric are one metric, with the span that was counted', () => {
  const list = new MetricList(1_700_000_000_250);
  list.add(METRICS.featureObservations, 3, { a: 'x' }, [1_600_000_000, 0]);
  list.add(METRICS.featureObservations, 4, { a: 'y' }, [1_600_000_000, 0]);
  const [metric, ...others] = list.metrics();
  expect(others).toEqual([]);
  expect(metric).toMatchObject({
    descriptor: { name: 'ml.feature.observations', unit: '{observation}' },
    dataPointType: DataPointType.SUM,
    isMonotonic: true,
  });
  expect(metric?.dataPoints.map(({ value, attributes }) => [value, attributes])).toEqual([
    [3, { a: 'x' }],
    [4, { a: 'y' }],
  ]);
  expect(metric?.dataPoints[0]).toMatchObject({ startTime: [1_600_000_000, 0], endTime: [1_700_000_000, 250_000_000] });
});

test('the instrument of the catalog decides the kind of point', () => {
  const list = new MetricList(0);
  list.add(METRICS.referenceRows, 7, {}, [0, 0]);
  list.addHistogram(METRICS.featureValue, { buckets: { boundaries: [], counts: [0] }, sum: 0, count: 0 }, {}, [0, 0]);
  expect(list.metrics().map(({ descriptor, dataPointType }) => [descriptor.name, dataPointType])).toEqual([
    ['ml.reference.rows', DataPointType.GAUGE],
    ['ml.feature.value', DataPointType.HISTOGRAM],
  ]);
});

test('broken characters become question marks, and other attributes stay as they are', () => {
  const list = new MetricList(0);
  const fine = { a: 'é', b: '😀' };
  list.add(METRICS.referenceRows, 7, fine, [0, 0]);
  list.add(METRICS.referenceRows, 7, { a: 'x\uD800', b: 'caf\uFFFD', c: 'y' }, [0, 0]);
  const points = list.metrics().flatMap(({ dataPoints }): { attributes: object }[] => [...dataPoints]);
  expect(points[0]?.attributes).toBe(fine);
  expect(points[1]?.attributes).toEqual({ a: 'x?', b: 'caf?', c: 'y' });
});
