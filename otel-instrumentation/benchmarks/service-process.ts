/**
 * The service that `service.ts` measures, in a process of its own. It sends its port to its parent, and the
 * microseconds of CPU that it has used whenever the parent sends anything.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { createMonitor, ModelRegistry } from '../src/index.ts';
import { SERVED_FEATURES, type Path } from './service-contract.ts';
import { classProfile } from './workload.ts';

type Row = Readonly<Record<string, number>>;

/** A model that costs next to nothing. */
function predict({ feature_0 = 0 }: Row): { readonly prediction: string } {
  return { prediction: feature_0 > 50 ? 'yes' : 'no' };
}

const monitor = createMonitor(classProfile(SERVED_FEATURES), { registry: new ModelRegistry() });
const service = Fastify();

function serve(path: Path, model: typeof predict): void {
  service.post<{ Body: Row }>(path, (request) => Promise.resolve(model(request.body)));
}

serve('/plain', predict);
serve('/plain-again', (row) => predict(row));
serve('/monitored', monitor.wrap(predict));

await service.listen({ host: '127.0.0.1', port: 0 });
process.send?.((service.server.address() as AddressInfo).port);
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
// The service ends with its parent.
await once(process, 'disconnect');
process.exit();
