import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { attachProducer } from '../../src/producer/attach-producer.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';

/** A provider of a service, whose reader was made without our producer unless one is given. */
function serviceWith(metricProducers: MetricProducer[] = []) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, metricProducers, exportIntervalMillis: 1e8 });
  const provider = new MeterProvider({ readers: [reader] });
  provider.getMeter('service').createCounter('http.requests').add(1);
  /** How often each metric leaves. */
  const exported = async (): Promise<Record<string, number>> => {
    exporter.reset();
    await provider.forceFlush();
    const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    const counts: Record<string, number> = {};
    for (const { descriptor } of metrics) counts[descriptor.name] = (counts[descriptor.name] ?? 0) + 1;
    return counts;
  };
  return { provider, exported };
}

function producerOfOneModel(): DriftlineProducer {
  const registry = new ModelRegistry();
  createMonitor(exampleProfile(), { registry }).record({ features: { age: 30 } });
  return new DriftlineProducer(registry);
}

test("features leave through a reader that was made without Driftline, next to the service's own metrics", async () => {
  const { provider, exported } = serviceWith();
  expect(attachProducer(provider, producerOfOneModel())).toBe(true);
  expect(await exported()).toMatchObject({ 'http.requests': 1, 'ml.feature.observations': 1, 'ml.feature.value': 1 });
  await provider.shutdown();
});

test('no reader gets two producers: not by two calls, and not beside one of its own', async () => {
  const producer = producerOfOneModel();
  const attached = serviceWith();
  attachProducer(attached.provider, producer);
  attachProducer(attached.provider, producer);
  expect(await attached.exported()).toMatchObject({ 'ml.feature.observations': 1 });
  const given = serviceWith([producer]);
  expect(attachProducer(given.provider, producer)).toBe(true);
  expect(await given.exported()).toMatchObject({ 'ml.feature.observations': 1 });
  await Promise.all([attached.provider.shutdown(), given.provider.shutdown()]);
});

test.each([
  ['that is no SDK', { getMeter: () => undefined }],
  ['without readers', new MeterProvider()],
  ['whose state is of another kind', { _sharedState: { metricCollectors: [{}, undefined, { _metricReader: 1 }] } }],
])('a provider %s is left alone', (_what, provider) => {
  expect(attachProducer(provider, producerOfOneModel())).toBe(false);
});
