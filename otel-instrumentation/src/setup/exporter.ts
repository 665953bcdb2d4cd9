import { PeriodicExportingMetricReader, type IMetricReader, type MetricProducer } from '@opentelemetry/sdk-metrics';

/** How metrics leave the service. */
export type ExporterOptions =
  | {
      /** OTLP over HTTP, as JSON (`otlp-http`, the default) or as protobuf. */
      readonly exporter?: 'otlp-http' | 'otlp-protobuf';
      /** Full URL of the receiver; the `OTEL_EXPORTER_OTLP_*` variables, else localhost:4318, unless given. */
      readonly url?: string;
      /** Milliseconds between exports; `OTEL_METRIC_EXPORT_INTERVAL`, else 60000, unless given. */
      readonly intervalMs?: number;
    }
  | {
      /** A page for Prometheus to scrape. */
      readonly exporter: 'prometheus';
      /** Address to listen on; 127.0.0.1 unless given. */
      readonly host?: string;
      /** Port to listen on; 9464 unless given. */
      readonly port?: number;
    };

/** The metric reader that the options ask for; it also reads `producer`. */
export async function readerFor(options: ExporterOptions, producer: MetricProducer): Promise<IMetricReader> {
  const metricProducers = [producer];
  if (options.exporter === 'prometheus') {
    const { host = '127.0.0.1', port = 9464 } = options;
    const { PrometheusExporter } = await import('@opentelemetry/exporter-prometheus');
    const exporter = new PrometheusExporter({ host, port, preventServerStart: true, metricProducers });
    try {
      await exporter.startServer();
    } catch (error) {
      throw new Error(
        `The metrics page cannot listen on ${host}:${port} (${String(error)}): choose another with the option port.`,
        { cause: error },
      );
    }
    return exporter;
  }
  // An exporter is loaded when it is asked for: a service with exporters of its own may have an API that ours do not fit.
  const { OTLPMetricExporter } = await (options.exporter === 'otlp-protobuf'
    ? import('@opentelemetry/exporter-metrics-otlp-proto')
    : import('@opentelemetry/exporter-metrics-otlp-http'));
  const exporter = new OTLPMetricExporter(options.url === undefined ? {} : { url: options.url });
  const exportIntervalMillis = options.intervalMs ?? numberFrom('OTEL_METRIC_EXPORT_INTERVAL') ?? 60_000;
  return new PeriodicExportingMetricReader({
    exporter,
    metricProducers,
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(exportIntervalMillis, numberFrom('OTEL_METRIC_EXPORT_TIMEOUT') ?? 30_000),
  });
}

function numberFrom(variable: string): number | undefined {
  const value = Number(process.env[variable]);
  return value > 0 ? value : undefined;
}
