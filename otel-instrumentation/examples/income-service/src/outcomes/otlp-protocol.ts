/** How OTLP leaves, by the standard variable. */
export function otlpProtocol(): 'otlp-http' | 'otlp-protobuf' {
  return process.env['OTEL_EXPORTER_OTLP_PROTOCOL'] === 'http/protobuf' ? 'otlp-protobuf' : 'otlp-http';
}
