import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { exampleProfile } from '../example-profile.ts';

/** A service's own SDK, with a counter of its own, to which Driftline's producer was handed. */
function ownSdk(producer: DriftlineProducer) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter,
    metricProducers: [producer],
    exportIntervalMillis: 1e8,
  });
  const provider = new MeterProvider({ readers: [reader] });
  metrics.setGlobalMeterProvider(provider);
  metrics.getMeter('service').createCounter('http.requests').add(1);
  const names = async (): Promise<string[]> => {
    exporter.reset();
    await provider.forceFlush();
    return exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      .map(({ descriptor }) => descriptor.name);
  };
  return { names, close: () => provider.shutdown() };
}

afterEach(() => metrics.disable());

const EXPECTED = ['http.requests', 'ml.prediction.duration', 'ml.predictions', 'ml.feature.observations'];

test('a monitor made after the SDK has started', async () => {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const { names, close } = ownSdk(producer);
  const monitor = createMonitor(exampleProfile(), { registry });
  monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.1 });
  expect(await names()).toEqual(expect.arrayContaining(EXPECTED));
  await close();
});

test('a monitor made before the SDK starts: predictions are all there, latency from the first collection on', async () => {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const monitor = createMonitor(exampleProfile(), { registry });
  monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.1 });
  const { names, close } = ownSdk(producer);
  await names();
  monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.1 });
  expect(await names()).toEqual(expect.arrayContaining(EXPECTED));
  await close();
});

test('the producer of a service without any SDK costs nothing and fails nothing', () => {
  const monitor = createMonitor(exampleProfile(), { registry: new ModelRegistry() });
  expect(() => monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.1 })).not.toThrow();
});
