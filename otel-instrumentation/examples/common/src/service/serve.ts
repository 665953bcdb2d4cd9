import { parseArgs } from 'node:util';
import { startDriftline, type Driftline, type ProfileSource } from '@driftline/otel';
import type { FastifyInstance } from 'fastify';
import { endWithParent } from '../process/end-with-parent.ts';

export interface ServeOptions {
  /** `service.name` of its metrics. */
  readonly serviceName: string;
  readonly profile: ProfileSource;
}

/**
 * Runs one replica of a service and prints one JSON line with its addresses once it answers. The command line says how:
 *
 *     serve.ts [--port 8080] [--host 127.0.0.1] [--exporter prometheus --metrics-port 9464 [--metrics-host 127.0.0.1]]
 *              [--exporter otlp-http|otlp-protobuf --otlp-url URL --interval-ms 1000]
 */
export async function serve(
  common: ServeOptions,
  serviceOf: (driftline: Driftline) => FastifyInstance | Promise<FastifyInstance>,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      exporter: { type: 'string', default: 'prometheus' },
      'metrics-port': { type: 'string', default: '9464' },
      'metrics-host': { type: 'string', default: '127.0.0.1' },
      'otlp-url': { type: 'string' },
      'interval-ms': { type: 'string' },
    },
  });
  const driftline = await startDriftline(
    values.exporter === 'prometheus'
      ? { ...common, exporter: 'prometheus', port: Number(values['metrics-port']), host: values['metrics-host'] }
      : {
          ...common,
          exporter: values.exporter === 'otlp-protobuf' ? 'otlp-protobuf' : 'otlp-http',
          ...(values['otlp-url'] === undefined ? {} : { url: values['otlp-url'] }),
          ...(values['interval-ms'] === undefined ? {} : { intervalMs: Number(values['interval-ms']) }),
        },
  );
  const service = await serviceOf(driftline);
  const url = await service.listen({ port: Number(values.port), host: values.host });
  console.log(JSON.stringify({ url, metricsPort: Number(values['metrics-port']) }));

  const end = async (): Promise<never> => {
    // First the requests under way, then the counts that they left.
    await service.close();
    await driftline.shutdown();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
  endWithParent(() => void end());
}
