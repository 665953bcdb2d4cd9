import { getBooleanFromEnv, getStringFromEnv, getStringListFromEnv } from '@opentelemetry/core';
import type { ExporterOptions } from './exporter.ts';

/** What the environment asks for. */
export interface Settings {
  /** Paths of reference profiles. */
  readonly profiles: readonly string[];
  /** How metrics leave; undefined where another part of the service exports them. */
  readonly exporter: ExporterOptions | undefined;
}

const PROTOCOLS: Readonly<Record<string, 'otlp-http' | 'otlp-protobuf'>> = {
  'http/json': 'otlp-http',
  'http/protobuf': 'otlp-protobuf',
};

const PROTOCOL_VARIABLES = ['OTEL_EXPORTER_OTLP_METRICS_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'] as const;

/**
 * Reads OpenTelemetry's standard variables and `DRIFTLINE_PROFILE`.
 *
 * @returns undefined where the SDK is disabled
 * @throws {Error} for a value that names something unknown
 */
export function settingsFromEnvironment(): Settings | undefined {
  if (getBooleanFromEnv('OTEL_SDK_DISABLED')) return undefined;
  return { profiles: getStringListFromEnv('DRIFTLINE_PROFILE') ?? [], exporter: exporterFromEnvironment() };
}

function exporterFromEnvironment(): ExporterOptions | undefined {
  const name = getStringFromEnv('OTEL_METRICS_EXPORTER') ?? 'otlp';
  switch (name) {
    case 'none':
      return undefined;
    case 'prometheus':
      return prometheusFromEnvironment();
    case 'otlp':
      return { exporter: protocolFromEnvironment() };
    default:
      throw new Error(`OTEL_METRICS_EXPORTER is ${name}: choose otlp, prometheus or none.`);
  }
}

function prometheusFromEnvironment(): ExporterOptions {
  const host = getStringFromEnv('OTEL_EXPORTER_PROMETHEUS_HOST');
  const port = getStringFromEnv('OTEL_EXPORTER_PROMETHEUS_PORT');
  if (port !== undefined && !/^\d{1,5}$/.test(port)) {
    throw new Error(`OTEL_EXPORTER_PROMETHEUS_PORT is ${port}: give a port number, such as 9464.`);
  }
  return {
    exporter: 'prometheus',
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

/**
 * How OTLP leaves, by the standard variables; JSON over HTTP by default.
 *
 * @throws {Error} for a protocol that is not known
 */
export function protocolFromEnvironment(): 'otlp-http' | 'otlp-protobuf' {
  for (const variable of PROTOCOL_VARIABLES) {
    const protocol = getStringFromEnv(variable);
    if (protocol === undefined) continue;
    const exporter = PROTOCOLS[protocol];
    if (exporter !== undefined) return exporter;
    throw new Error(`${variable} is ${protocol}: choose ${Object.keys(PROTOCOLS).join(' or ')}.`);
  }
  return 'otlp-http';
}
