import { prepareMonitor, removeMonitor, type ModelOptions } from '../models/create-monitor.ts';
import { ModelRegistry } from '../models/model-registry.ts';
import type { ProfileSource } from '../models/profile-source.ts';
import { DriftlineProducer } from '../producer/driftline-producer.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { ExporterOptions } from './exporter.ts';
import { startMetrics, type Metrics } from './start-metrics.ts';

export type StartOptions = ExporterOptions &
  ModelOptions & {
    /** Path of a `profile.json`, or its parsed content. */
    readonly profile: ProfileSource;
    /** `service.name` of the resource; `OTEL_SERVICE_NAME` takes precedence. */
    readonly serviceName?: string;
  };

/** A model that is recorded and exported. */
export interface Driftline extends Metrics {
  readonly monitor: ModelMonitor;
}

/**
 * Sets up OpenTelemetry metrics and a monitor for a service that has no OpenTelemetry yet. A service that has it calls
 * `createMonitor` and adds `defaultProducer` to its own metric reader instead. A start that fails leaves nothing behind.
 *
 * @throws {ProfileError} when the profile is wrong
 * @throws {RangeError} for a limit that makes no sense
 * @throws {TypeError} for an attribute that is reserved or malformed
 * @throws {Error} when the endpoint for Prometheus cannot listen
 */
export async function startDriftline(options: StartOptions): Promise<Driftline> {
  const record = prepareMonitor(options.profile, options);
  const registry = new ModelRegistry();
  const { meterProvider, shutdown } = await startMetrics(options, new DriftlineProducer(registry), options.serviceName);
  const monitor = record(registry, meterProvider);
  return { monitor, meterProvider, shutdown: () => shutdown().finally(() => removeMonitor(monitor, registry)) };
}
