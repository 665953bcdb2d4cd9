/**
 * Runs one replica of the service and prints one JSON line with its addresses once it answers:
 *
 *     serve.ts [--port 8080] [--host 127.0.0.1] [--exporter prometheus --metrics-port 9464 [--metrics-host 127.0.0.1]]
 *              [--exporter otlp-http|otlp-protobuf --otlp-url URL --interval-ms 1000]
 */
import { parseArgs } from 'node:util';
import { startDriftline } from '@driftline/otel';
import { endWithParent } from './end-with-parent.ts';
import { incomeService } from './service.ts';

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

const common = { profile: new URL('../profile.json', import.meta.url), serviceName: 'income-service' };
const { monitor, shutdown } = await startDriftline(
  values.exporter === 'prometheus'
    ? { ...common, exporter: 'prometheus', port: Number(values['metrics-port']), host: values['metrics-host'] }
    : {
        ...common,
        exporter: values.exporter === 'otlp-protobuf' ? 'otlp-protobuf' : 'otlp-http',
        ...(values['otlp-url'] === undefined ? {} : { url: values['otlp-url'] }),
        ...(values['interval-ms'] === undefined ? {} : { intervalMs: Number(values['interval-ms']) }),
      },
);

const service = incomeService(monitor);
const url = await service.listen({ port: Number(values.port), host: values.host });
console.log(JSON.stringify({ url, metricsPort: Number(values['metrics-port']) }));

async function end(): Promise<never> {
  // First the requests under way, then the counts that they left.
  await service.close();
  await shutdown();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
endWithParent(() => void end());
