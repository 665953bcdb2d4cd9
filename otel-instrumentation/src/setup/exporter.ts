import { getNumberFromEnv } from '@opentelemetry/core';
import { PeriodicExportingMetricReader, type IMetricReader, type MetricProducer } from '@opentelemetry/sdk-metrics';
import type { ExportState } from './export-state.ts';
import { OtlpExporter } from './otlp-exporter.ts';
import { PrometheusEndpoint } from './prometheus-endpoint.ts';

/** How metrics leave the service. */
export type ExporterOptions = OtlpOptions | PrometheusOptions;

interface OtlpOptions {
  /** OTLP over HTTP, as JSON (`otlp-http`, the default) or as protobuf. */
  readonly exporter?: 'otlp-http' | 'otlp-protobuf';
  /** Full URL of the receiver; default: the `OTEL_EXPORTER_OTLP_*` variables, else localhost:4318. */
  readonly url?: string;
  /** Milliseconds between exports; default: `OTEL_METRIC_EXPORT_INTERVAL`, else 60000. */
  readonly intervalMs?: number;
}

interface PrometheusOptions {
  /** An endpoint that Prometheus scrapes. */
  readonly exporter: 'prometheus';
  /** Address to listen on; default: 127.0.0.1. */
  readonly host?: string;
  /**
   * Port to listen on; default: 9464. The workers of a cluster and the instances of PM2 take the next that is free.
   * `false` opens none, for a service that serves the metrics on a page of its own.
   */
  readonly port?: number | false;
}

/** A metric reader that does not listen yet. */
export interface Exporter {
  readonly reader: IMetricReader;
  /** Opens the port of an endpoint; does nothing for a reader that pushes. Before this call nothing listens. */
  listen(): Promise<string | undefined>;
  /** Closes the port. */
  close(): Promise<void>;
  /** Gives the next push two seconds, or all from now on. */
  hurry(which: 'next' | 'always'): void;
  /** Whether pushes arrive; undefined for an endpoint. */
  readonly state: ExportState | undefined;
  /** The endpoint, where there is one. */
  readonly endpoint: PrometheusEndpoint | undefined;
}

/**
 * The exporter that the options ask for; it also reads `producer`.
 *
 * @throws {Error} for an option that makes no sense
 */
export async function exporterFor(options: ExporterOptions, producer: MetricProducer): Promise<Exporter> {
  switch (options.exporter) {
    case 'prometheus':
      return prometheusExporter(options, producer);
    case undefined:
    case 'otlp-http':
    case 'otlp-protobuf':
      return otlpExporter(options, producer);
    default:
      throw new TypeError(
        `The exporter is ${String((options as ExporterOptions).exporter)}: choose otlp-http, otlp-protobuf or prometheus.`,
      );
  }
}

async function prometheusExporter(
  { host = '127.0.0.1', port = 9464 }: PrometheusOptions,
  producer: MetricProducer,
): Promise<Exporter> {
  const { PrometheusExporter, PrometheusSerializer } = await import('@opentelemetry/exporter-prometheus');
  const reader = new PrometheusExporter({ preventServerStart: true, metricProducers: [producer] });
  const endpoint = new PrometheusEndpoint(reader, new PrometheusSerializer());
  return {
    reader,
    endpoint,
    state: undefined,
    listen: () => (port === false ? Promise.resolve(undefined) : endpoint.listen(host, port)),
    close: () => endpoint.close(),
    hurry: () => undefined,
  };
}

async function otlpExporter({ exporter, url, intervalMs }: OtlpOptions, producer: MetricProducer): Promise<Exporter> {
  if (intervalMs !== undefined && !(intervalMs > 0)) {
    throw new RangeError(
      `intervalMs is ${String(intervalMs)}: give a number of milliseconds above zero, such as 60000.`,
    );
  }
  // An exporter is loaded when it is needed: a service with its own exporters may have an API that ours do not fit.
  const { OTLPMetricExporter } = await (exporter === 'otlp-protobuf'
    ? import('@opentelemetry/exporter-metrics-otlp-proto')
    : import('@opentelemetry/exporter-metrics-otlp-http'));
  const exportIntervalMillis = intervalMs ?? millisecondsFrom('OTEL_METRIC_EXPORT_INTERVAL') ?? 60_000;
  const otlp = new OtlpExporter((options) => new OTLPMetricExporter(options), url);
  const reader = new PeriodicExportingMetricReader({
    exporter: otlp,
    metricProducers: [producer],
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(exportIntervalMillis, millisecondsFrom('OTEL_METRIC_EXPORT_TIMEOUT') ?? 30_000),
  });
  return {
    reader,
    endpoint: undefined,
    state: otlp.state,
    listen: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
    hurry: (which) => otlp.hurry(which),
  };
}

function millisecondsFrom(variable: string): number | undefined {
  const value = getNumberFromEnv(variable);
  return value !== undefined && value > 0 ? value : undefined;
}
