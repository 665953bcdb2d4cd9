import { diag, metrics } from '@opentelemetry/api';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  type Resource,
} from '@opentelemetry/resources';
import { MeterProvider, type MetricProducer } from '@opentelemetry/sdk-metrics';
import { exporterFor, type ExporterOptions } from './exporter.ts';
import { flushOnExit } from './flush-on-exit.ts';

/** Metrics that are exported until they are shut down. */
export interface Metrics {
  readonly meterProvider: MeterProvider;
  /** Exports what is left and ends; runs by itself on SIGTERM, SIGINT and at the end of the event loop. */
  shutdown(): Promise<void>;
}

/**
 * Sets up OpenTelemetry metrics with a producer, as the provider of the whole process. The port of an endpoint is the
 * last that can fail, so that a failed start leaves nothing behind.
 *
 * @throws {Error} for an option that makes no sense, and when the endpoint cannot listen
 */
export async function startMetrics(
  options: ExporterOptions,
  producer: MetricProducer,
  serviceName?: string,
): Promise<Metrics> {
  const resource = resourceOf(serviceName);
  const { reader, listen } = await exporterFor(options, producer);
  await listen();
  const meterProvider = new MeterProvider({ resource, readers: [reader] });
  if (!metrics.setGlobalMeterProvider(meterProvider)) {
    diag.warn(
      'driftline: this process already has a MeterProvider. Add `defaultProducer` to its reader instead, see the README.',
    );
  }
  let ending: Promise<void> | undefined;
  const shutdown = (): Promise<void> => (ending ??= end(meterProvider));
  const release = flushOnExit(shutdown);
  return { meterProvider, shutdown: () => shutdown().finally(release) };
}

function resourceOf(serviceName: string | undefined): Resource {
  const named = serviceName === undefined ? {} : { 'service.name': serviceName };
  // Replicas without an instance id overwrite each other, and totals halve silently.
  return defaultResource()
    .merge(resourceFromAttributes(named))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

async function end(meterProvider: MeterProvider): Promise<void> {
  try {
    await meterProvider.shutdown();
  } catch (error) {
    diag.error(`driftline: the last export failed (${String(error)}).`);
  }
  // Otherwise a later start in this process would find a provider that exports nothing.
  if (metrics.getMeterProvider() === meterProvider) metrics.disable();
}
