import { DataPointType } from '@opentelemetry/sdk-metrics';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';
import { classifierProfile, RANKED, recordEverything, regressionProfile } from '../record-everything.ts';

/** The cumulative series that leave, by metric and attributes: when they started, and what they count. */
async function series(producer: DriftlineProducer) {
  const { resourceMetrics, errors } = await producer.collect();
  expect(errors).toEqual([]);
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  return new Map(
    metrics
      .filter(({ dataPointType }) => dataPointType !== DataPointType.GAUGE)
      .flatMap(({ descriptor, dataPoints }) =>
        dataPoints.map(({ attributes, startTime, value }) => {
          const count = typeof value === 'object' && 'buckets' in value ? value.count : value;
          return [`${descriptor.name} ${JSON.stringify(attributes)}`, { startTime, count }] as const;
        }),
      ),
  );
}

test('every series of the first export is there at zero, and counts from when the monitor was made', async () => {
  jest.useFakeTimers({ now: 1_700_000_000_000 });
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const monitors = [classifierProfile(), regressionProfile()].map((profile) =>
    createMonitor(profile, { ...RANKED, registry }),
  );
  jest.advanceTimersByTime(5000);
  const first = await series(producer);
  expect([...first.values()].filter(({ count }) => count !== 0)).toEqual([]);
  expect(new Set([...first.values()].map(({ startTime }) => startTime[0]))).toEqual(new Set([1_700_000_000]));
  recordEverything(...(monitors as [(typeof monitors)[0], (typeof monitors)[0]]));
  const later = await series(producer);
  // A type of error has a series once it occurs.
  const fresh = [...later.keys()].filter((name) => !first.has(name));
  expect(fresh).toEqual([expect.stringContaining('"error.type":"TypeError"')]);
  expect([...later.values()].filter(({ count }) => count !== 0).length).toBeGreaterThan(10);
  jest.useRealTimers();
});

test('more than 2,000 label sets leave whole, over many models', async () => {
  const registry = new ModelRegistry();
  const classes = Array.from({ length: 10 }, (_, i) => `c${i}`);
  const prediction = { kind: 'classification', classes, counts: classes.map(() => 10) };
  for (let model = 0; model < 20; model++) {
    const monitor = createMonitor({ ...exampleProfile(`m${model}`), prediction, groups: [] }, { registry });
    for (const predicted of classes)
      for (const actual of classes) monitor.recordOutcome({ prediction: predicted, actual });
  }
  const counted = [...(await series(new DriftlineProducer(registry)))].filter(([name]) =>
    name.startsWith('ml.outcomes '),
  );
  expect(counted.length).toBe(20 * (11 ** 2 + 1));
  expect(counted.reduce((sum, [, { count }]) => sum + Number(count), 0)).toBe(2000);
});
