import { diag, DiagConsoleLogger, metrics } from '@opentelemetry/api';
import { diagLogLevelFromString, getStringFromEnv } from '@opentelemetry/core';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  type Resource,
} from '@opentelemetry/resources';
import { MeterProvider, type MetricProducer } from '@opentelemetry/sdk-metrics';
import { diagHasLogger, useLogger, warn, type Logger } from '../values/log.ts';
import { messageOf } from '../values/thrown.ts';
import type { ExportState } from './export-state.ts';
import { exporterFor, type Exporter, type ExporterOptions } from './exporter.ts';
import { HURRY_MS } from './otlp-exporter.ts';
import { processEnd, type BeforeEnd } from './process-end.ts';
import type { MetricsHandler } from './prometheus-endpoint.ts';
import { endsWithin } from './time-limit.ts';

export interface MetricsOptions {
  /** `service.name` of the resource; `OTEL_SERVICE_NAME` takes precedence. */
  readonly serviceName?: string;
  /**
   * Whether SIGTERM and SIGINT make the last export; default: true. Without it, call `shutdown()` before the process ends.
   */
  readonly handleSignals?: boolean;
  /** Receives warnings, such as pino or the console; default: the console, once for each sentence. */
  readonly logger?: Logger;
}

/** Metrics that are exported until they are shut down. */
export interface Metrics {
  readonly meterProvider: MeterProvider;
  /** Whether exports arrive, and why not; undefined for an endpoint that Prometheus scrapes. */
  readonly exports: ExportState | undefined;
  /** Address of the endpoint for Prometheus, if there is one. */
  readonly endpoint: string | undefined;
  /** Exports what has been counted, in at most two seconds, for functions that are frozen between requests. */
  flush(): Promise<void>;
  /** What a scrape gets, to be added to a page that the service has. */
  metrics(): Promise<string>;
  /** Answers a request with the metrics, for a page of the service. */
  readonly metricsHandler: MetricsHandler;
  /** Answers a further path of the endpoint for Prometheus; does nothing where metrics are pushed. */
  addPage(path: string, handler: MetricsHandler): void;
  /**
   * Exports what is left, in at most two seconds, and ends; runs by itself on SIGTERM, SIGINT and at the end of the event
   * loop.
   */
  shutdown(): Promise<void>;
}

/** Global providers of earlier starts, beside which a further one is no fault. */
const OURS = new WeakSet<object>();

/**
 * Sets up OpenTelemetry metrics with a producer, as the provider of the whole process. The port of an endpoint is the
 * last that can fail, so that a failed start leaves nothing behind.
 *
 * @throws {Error} for an option that makes no sense, and when the endpoint cannot listen
 */
export async function startMetrics(
  options: ExporterOptions & MetricsOptions,
  producer: MetricProducer,
): Promise<Metrics> {
  const resource = resourceOf(options.serviceName);
  const exporter = await exporterFor(options, producer);
  const endpoint = await exporter.listen();
  if (options.logger !== undefined) useLogger(options.logger);
  useLogLevel();
  const meterProvider = new MeterProvider({ resource, readers: [exporter.reader] });
  if (metrics.setGlobalMeterProvider(meterProvider)) OURS.add(meterProvider);
  else if (!OURS.has(metrics.getMeterProvider())) {
    warn('this process already has a MeterProvider. Add `defaultProducer` to its reader instead, see the README.');
  }
  const flush = (): Promise<boolean> => {
    exporter.hurry('next');
    return inTime('an export', meterProvider.forceFlush());
  };
  let ending: Promise<boolean> | undefined;
  const end = (): Promise<boolean> => (ending ??= endOf(meterProvider, exporter));
  const member: BeforeEnd = { flush, end, handleSignals: options.handleSignals ?? true };
  processEnd.add(member);
  return {
    meterProvider,
    exports: exporter.state,
    endpoint,
    flush: async () => void (await flush()),
    metrics: () => endpointOf(exporter).text(),
    metricsHandler: (request, response) => endpointOf(exporter).handler(request, response),
    addPage: (path, handler) => exporter.endpoint?.addPage(path, handler),
    shutdown: async () => {
      await end();
      processEnd.remove(member);
    },
  };
}

/** @throws {Error} where metrics are pushed */
function endpointOf({ endpoint }: Exporter): NonNullable<Exporter['endpoint']> {
  if (endpoint === undefined) {
    throw new Error("Metrics are pushed by OTLP, so there is no text of them: start with exporter: 'prometheus'.");
  }
  return endpoint;
}

/** OpenTelemetry's own messages go to the console where the standard variable asks for them, as its SDK for Node does. */
function useLogLevel(): void {
  const level = getStringFromEnv('OTEL_LOG_LEVEL');
  if (level === undefined || diagHasLogger()) return;
  const logLevel = diagLogLevelFromString(level);
  if (logLevel !== undefined) diag.setLogger(new DiagConsoleLogger(), { logLevel });
}

function resourceOf(serviceName: string | undefined): Resource {
  const named = serviceName === undefined ? {} : { 'service.name': serviceName };
  // Replicas without an instance id write into the same series, and totals are far too high.
  return defaultResource()
    .merge(resourceFromAttributes(named))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

async function endOf(meterProvider: MeterProvider, exporter: Exporter): Promise<boolean> {
  exporter.hurry('always');
  const ended = await inTime('the last export', Promise.all([meterProvider.shutdown(), exporter.close()]));
  // Otherwise a later start in this process would find a provider that exports nothing.
  if (metrics.getMeterProvider() === meterProvider) metrics.disable();
  return ended;
}

/** Whether `work` ended within two seconds. Why it did not is a warning, never an error. */
async function inTime(what: string, work: Promise<unknown>): Promise<boolean> {
  try {
    if (await endsWithin(HURRY_MS, work)) return true;
    warn(`${what} took longer than ${HURRY_MS / 1000} s and was given up: check the address of the receiver.`);
  } catch (error) {
    warn(`${what} failed (${messageOf(error)}).`);
  }
  return false;
}
