import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { METRICS, parseProfile } from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import type { ModelMonitor } from '../../src/recorder/model-monitor.ts';
import { classifierProfile } from '../record-everything.ts';

const NAMES = [METRICS.predictionScores, METRICS.referenceScorePositive, METRICS.referenceScoreRows].map(
  ({ name }) => name,
);

/** The three metrics as an exporter gets them: rows of bin, rank, whether it is predicted, and the value. */
async function exported(profile: object, record: (monitor: ModelMonitor) => void) {
  const registry = new ModelRegistry();
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    ...{ exporter, metricProducers: [new DriftlineProducer(registry)], exportIntervalMillis: 1e8 },
  });
  const provider = new MeterProvider({ readers: [reader] });
  const monitor = createMonitor(profile, { registry });
  record(monitor);
  await provider.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  await provider.shutdown();
  const points = NAMES.map((name) =>
    metrics
      .filter(({ descriptor }) => descriptor.name === name)
      .flatMap(({ dataPoints }) => dataPoints.map((point) => ({ ...point, attributes: { ...point.attributes } }))),
  );
  return { monitor, points };
}

test('predictions by score stand beside how often each bin was right, from the first export on', async () => {
  const { monitor, points } = await exported(classifierProfile(), (each) => {
    for (const score of [0.1, 0.25, 0.4, 0.75, 0.8, 0.9]) each.record({ prediction: 'yes', score });
    each.recordBatch({ predictions: ['no', 'yes', 'yes'], scores: Float32Array.of(0.25, 1, NaN) });
    each.record({ prediction: 'yes', score: 7 });
  });
  const rows = points.map((each) =>
    each.map(({ attributes, value }) => [
      attributes['ml.score.class'],
      attributes['ml.score.bin'],
      attributes['ml.score.rank'],
      attributes['ml.score.predicted'],
      value,
    ]),
  );
  const bins = [
    ['yes', '≤0.25', '000000', 'false'],
    ['yes', '(0.25, 0.5]', '000001', 'false'],
    ['yes', '>0.5', '000010', 'true'],
  ];
  const withValues = (values: readonly number[]) => bins.map((bin, i) => [...bin, values[i]]);
  expect(rows).toEqual([withValues([3, 1, 4]), withValues([0.1, 0.25, 0.8]), withValues([10, 20, 10])]);
  for (const { attributes, startTime } of points.flat()) {
    expect(attributes).toMatchObject(monitor.recording.profileAttributes);
    expect(startTime[0]).toBe(Math.floor(monitor.recording.startedAt / 1000));
  }
});

test('shares rise with the score, as the calibration need not', async () => {
  const profile = classifierProfile();
  Object.assign(profile.prediction.scoreBins[0] as object, {
    calibration: { rows: [10, 10, 0], positives: [4, 2, 0] },
  });
  const { points } = await exported(profile, () => undefined);
  expect(points.map((each) => each.map(({ value }) => value))).toEqual([
    [0, 0, 0],
    [0.3, 0.3, 0.3],
    [10, 10, 0],
  ]);
});

test('a profile that is not calibrated has none of them, and the next one begins at zero', async () => {
  const { calibration: _, ...bins } = classifierProfile().prediction.scoreBins[0] as { calibration: object };
  const plain = classifierProfile();
  Object.assign(plain.prediction, { scoreBins: [bins] });
  const record = (monitor: ModelMonitor): void => monitor.record({ prediction: 'yes', score: 0.75 });
  expect((await exported(plain, record)).points).toEqual([[], [], []]);
  const replaced = await exported(plain, (monitor) => {
    record(monitor);
    monitor.replaceProfile(parseProfile({ ...classifierProfile(), model: { name: 'classifier', version: '2' } }));
    record(monitor);
  });
  expect(replaced.points[0]?.map(({ value }) => value)).toEqual([0, 0, 1]);
});
