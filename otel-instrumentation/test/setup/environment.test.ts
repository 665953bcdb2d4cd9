import { settingsFromEnvironment } from '../../src/setup/environment.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

const settings = (variables: Record<string, string>) => {
  Object.assign(process.env, variables);
  return settingsFromEnvironment();
};

test('without variables metrics leave as OTLP/JSON, and no model is recorded', () => {
  expect(settings({})).toEqual({ profiles: [], exporter: { exporter: 'otlp-http' } });
});

test('profiles are separated by commas', () => {
  expect(settings({ DRIFTLINE_PROFILE: 'a.json, b.json,' })?.profiles).toEqual(['a.json', 'b.json']);
});

test.each([
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' }, { exporter: 'otlp-protobuf' }],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }, { exporter: 'otlp-http' }],
  [
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: 'http/protobuf' },
    { exporter: 'otlp-protobuf' },
  ],
  [{ OTEL_METRICS_EXPORTER: 'none' }, undefined],
  [{ OTEL_METRICS_EXPORTER: '' }, { exporter: 'otlp-http' }],
  [{ OTEL_METRICS_EXPORTER: 'prometheus' }, { exporter: 'prometheus' }],
  [
    {
      OTEL_METRICS_EXPORTER: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_HOST: '0.0.0.0',
      OTEL_EXPORTER_PROMETHEUS_PORT: '9999',
    },
    { exporter: 'prometheus', host: '0.0.0.0', port: 9999 },
  ],
])('%j gives %j', (variables, exporter) => {
  expect(settings(variables)?.exporter).toEqual(exporter);
});

test.each(['true', 'TRUE', ' true '])('OTEL_SDK_DISABLED=%j disables everything', (value) => {
  expect(settings({ OTEL_SDK_DISABLED: value })).toBeUndefined();
});

test.each(['false', '', 'perhaps'])('OTEL_SDK_DISABLED=%j disables nothing', (value) => {
  expect(settings({ OTEL_SDK_DISABLED: value })).toBeDefined();
});

test.each<[Record<string, string>, string]>([
  [{ OTEL_METRICS_EXPORTER: 'carrier-pigeon' }, 'OTEL_METRICS_EXPORTER is carrier-pigeon: choose otlp, prometheus'],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL is grpc: choose http/json or http/protobuf.'],
  [{ OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_METRICS_PROTOCOL is grpc: choose http/json'],
  [
    { OTEL_METRICS_EXPORTER: 'prometheus', OTEL_EXPORTER_PROMETHEUS_PORT: 'http' },
    'OTEL_EXPORTER_PROMETHEUS_PORT is http: give a port number',
  ],
])('%j is refused with the name of the variable', (variables, sentence) => {
  expect(() => settings(variables)).toThrow(sentence);
});
