import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';

/** Rows of each replica between two exports: they differ, as under real traffic. */
const ROWS = [10, 40, 90];
const EXPORTS = 8;

/**
 * Replicas whose own MeterProvider names no instance, which push into the same series in turn.
 *
 * @returns how many rows they have recorded
 */
export async function pushWithoutInstance(otlpUrl: string, model: string): Promise<number> {
  const replicas = ROWS.map((rows) => {
    const registry = new ModelRegistry();
    const monitor = createMonitor(exampleProfile(model), { registry });
    const reader = new PeriodicExportingMetricReader({
      exporter: new OTLPMetricExporter({ url: otlpUrl }),
      metricProducers: [new DriftlineProducer(registry)],
      exportIntervalMillis: 3_600_000,
    });
    const provider = new MeterProvider({
      resource: resourceFromAttributes({ 'service.name': 'nameless' }),
      readers: [reader],
    });
    return { rows, monitor, provider };
  });
  for (let i = 0; i <= EXPORTS; i++) {
    for (const { rows, monitor, provider } of replicas) {
      await provider.forceFlush();
      if (i === EXPORTS) continue;
      for (let row = 0; row < rows; row++)
        monitor.record({ features: { age: 30, work: 'State', sex: 'Male' }, prediction: 'yes' });
    }
  }
  await Promise.all(replicas.map(({ provider }) => provider.shutdown()));
  return EXPORTS * ROWS.reduce((total, rows) => total + rows, 0);
}
