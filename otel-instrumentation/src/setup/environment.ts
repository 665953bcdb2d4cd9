import type { ExporterOptions } from './exporter.ts';

/** What the environment asks for. */
export interface Settings {
  /** Paths of reference profiles. */
  readonly profiles: readonly string[];
  /** How metrics leave; undefined where somebody else exports them. */
  readonly exporter: ExporterOptions | undefined;
}

const PROTOCOLS: Record<string, 'otlp-http' | 'otlp-protobuf'> = {
  'http/json': 'otlp-http',
  'http/protobuf': 'otlp-protobuf',
};

/**
 * Reads OpenTelemetry's standard variables and `DRIFTLINE_PROFILE`.
 *
 * @returns undefined where the SDK is switched off
 * @throws {Error} for a value that names something unknown
 */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings | undefined {
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return undefined;
  const profiles = (env['DRIFTLINE_PROFILE'] ?? '').split(',').map((path) => path.trim());
  return { profiles: profiles.filter((path) => path !== ''), exporter: exporterFrom(env) };
}

function exporterFrom(env: Readonly<Record<string, string | undefined>>): ExporterOptions | undefined {
  const name = env['OTEL_METRICS_EXPORTER'] || 'otlp';
  switch (name) {
    case 'none':
      return undefined;
    case 'prometheus': {
      const host = env['OTEL_EXPORTER_PROMETHEUS_HOST'];
      const port = env['OTEL_EXPORTER_PROMETHEUS_PORT'];
      if (port !== undefined && !/^\d{1,5}$/.test(port)) {
        throw new Error(`OTEL_EXPORTER_PROMETHEUS_PORT is ${port}: give the number of a port, such as 9464.`);
      }
      return {
        exporter: 'prometheus',
        ...(host === undefined ? {} : { host }),
        ...(port === undefined ? {} : { port: Number(port) }),
      };
    }
    case 'otlp': {
      const protocol = env['OTEL_EXPORTER_OTLP_METRICS_PROTOCOL'] || env['OTEL_EXPORTER_OTLP_PROTOCOL'] || 'http/json';
      const exporter = PROTOCOLS[protocol];
      if (exporter === undefined) {
        throw new Error(`OTEL_EXPORTER_OTLP_PROTOCOL is ${protocol}: Driftline sends http/json or http/protobuf.`);
      }
      return { exporter };
    }
    default:
      throw new Error(`OTEL_METRICS_EXPORTER is ${name}: Driftline knows otlp, prometheus and none.`);
  }
}
