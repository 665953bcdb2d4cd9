import { diag, metrics } from '@opentelemetry/api';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { createMonitor, type CreateMonitorOptions } from '../recorder/create-monitor.ts';
import type { ModelMonitor } from '../recorder/monitor.ts';
import { DriftlineProducer } from '../producer/driftline-producer.ts';
import { readerFor, type ExporterOptions } from './exporter.ts';
import { flushOnExit } from './flush-on-exit.ts';

export type StartOptions = ExporterOptions &
  Omit<CreateMonitorOptions, 'producer' | 'meterProvider'> & {
    /** Path of a `profile.json`, or its parsed content. */
    readonly profile: string | URL | object;
    /** `service.name` of the resource; `OTEL_SERVICE_NAME` wins where it is set. */
    readonly serviceName?: string;
  };

/** A running set-up. */
export interface Driftline {
  readonly monitor: ModelMonitor;
  readonly meterProvider: MeterProvider;
  /** Exports what is left and ends; called on SIGTERM, SIGINT and at the end of the event loop by itself. */
  shutdown(): Promise<void>;
}

/**
 * Sets up OpenTelemetry metrics and a monitor for a service that has no OpenTelemetry yet. A service that has one
 * uses `createMonitor` and hands `defaultProducer` to its own metric reader instead.
 *
 * @throws {ProfileError} when the profile is wrong, and an Error when the metrics page cannot listen
 */
export async function startDriftline(options: StartOptions): Promise<Driftline> {
  const producer = new DriftlineProducer();
  const { meterProvider, shutdown } = await startMetrics(options, producer, options.serviceName);
  const monitor = createMonitor(options.profile, { ...options, producer, meterProvider });
  return { monitor, meterProvider, shutdown };
}

/** Metrics that are exported until they are shut down. */
export type Metrics = Pick<Driftline, 'meterProvider' | 'shutdown'>;

/** Sets up OpenTelemetry metrics that a producer is part of, as the provider of the whole process. */
export async function startMetrics(
  exporter: ExporterOptions,
  producer: DriftlineProducer,
  serviceName?: string,
): Promise<Metrics> {
  const reader = await readerFor(exporter, producer);
  const named = serviceName === undefined ? {} : { 'service.name': serviceName };
  // Replicas without an instance id overwrite each other, and totals halve without a word.
  const resource = defaultResource()
    .merge(resourceFromAttributes(named))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
  const meterProvider = new MeterProvider({ resource, readers: [reader] });
  if (!metrics.setGlobalMeterProvider(meterProvider)) {
    diag.warn(
      'driftline: this process has a MeterProvider already. Hand `defaultProducer` to its reader, see the README.',
    );
  }
  let ending: Promise<void> | undefined;
  const shutdown = (): Promise<void> =>
    (ending ??= meterProvider.shutdown().catch((error: unknown) => {
      diag.error(`driftline: the last export failed (${String(error)}).`);
    }));
  const release = flushOnExit(shutdown);
  return { meterProvider, shutdown: () => shutdown().finally(release) };
}
