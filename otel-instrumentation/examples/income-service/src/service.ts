import Fastify, { type FastifyInstance } from 'fastify';
import type { ModelMonitor } from '@driftline/otel';
import { IncomeModel, type Person } from './model/income-model.ts';

/** The HTTP service: `POST /predict` takes a person as JSON, `GET /healthz` answers while it runs. */
export function incomeService(monitor: ModelMonitor): FastifyInstance {
  const service = Fastify();
  const model = IncomeModel.load();
  // The one line that a service adds around its model.
  const predict = monitor.wrap((person: Person) => model.predict(person));

  service.post<{ Body: Person }>('/predict', { schema: { body: { type: 'object' } } }, (request) =>
    Promise.resolve(predict(request.body)),
  );
  service.get('/healthz', () => ({ status: 'ok' }));
  return service;
}
