import {
  AggregationTemporality,
  DataPointType,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import { METRICS, type Instrument, type Metric } from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { classifierProfile, RANKED, recordEverything, regressionProfile } from '../record-everything.ts';

const CATALOG: readonly Metric[] = Object.values(METRICS);

/** What leaves of a model of every kind, with a service's own attribute, as its exporter gets it. */
async function exported(): Promise<MetricData[]> {
  const registry = new ModelRegistry();
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter,
    metricProducers: [new DriftlineProducer(registry)],
    exportIntervalMillis: 1e8,
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const options = { ...RANKED, registry, attributes: { team: 'risk' } };
  recordEverything(createMonitor(classifierProfile(), options), createMonitor(regressionProfile(), options));
  await meterProvider.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  await meterProvider.shutdown();
  return metrics;
}

function instrumentOf(metric: MetricData): Instrument | 'another' {
  switch (metric.dataPointType) {
    case DataPointType.SUM:
      return metric.isMonotonic ? 'counter' : 'another';
    case DataPointType.GAUGE:
      return 'gauge';
    case DataPointType.HISTOGRAM:
      return 'histogram';
    default:
      return 'another';
  }
}

let metrics: readonly MetricData[];

beforeAll(async () => {
  metrics = await exported();
});

test('exactly the metrics of the catalog leave', () => {
  expect([...new Set(metrics.map(({ descriptor }) => descriptor.name))].sort()).toEqual(
    CATALOG.map(({ name }) => name).sort(),
  );
});

test.each(CATALOG)('$name leaves as the catalog says', ({ name, instrument, unit, description, attributes }) => {
  const found = metrics.filter(({ descriptor }) => descriptor.name === name);
  expect(found.length).toBeGreaterThan(0);
  for (const metric of found) {
    expect({ ...metric.descriptor, instrument: instrumentOf(metric) }).toMatchObject({ instrument, unit, description });
    expect(metric.aggregationTemporality).toBe(AggregationTemporality.CUMULATIVE);
  }
  const points = found.flatMap(({ dataPoints }): readonly { attributes: object }[] => dataPoints);
  // Each attribute of the list on some point, and none beyond the list and the service's own.
  const carried = new Set(points.flatMap((point) => Object.keys(point.attributes)));
  expect([...carried].sort()).toEqual([...attributes, 'team'].sort());
});
