import Fastify, { type FastifyInstance } from 'fastify';
import type { ModelMonitor } from '@driftline/otel';
import { IncomeModel, type Person } from './model/income-model.ts';
import { PREDICTION_ID, type IncomeOutcome } from './model/income-outcome.ts';

/**
 * The HTTP service: `POST /predict` takes a person as JSON, `POST /outcomes` takes what is known later of predictions, and
 * `GET /healthz` answers while it runs.
 */
export function incomeService(monitor: ModelMonitor): FastifyInstance {
  const service = Fastify();
  const model = IncomeModel.load();
  // The one line that a service adds around its model; with outcomes, it says which prediction is which.
  const predict = monitor.wrap((person: Person, _id?: string) => model.predict(person), { id: (_, __, id) => id });

  service.post<{ Body: Person; Headers: { [PREDICTION_ID]?: string } }>(
    '/predict',
    { schema: { body: { type: 'object' } } },
    ({ body, headers }) => Promise.resolve(predict(body, headers[PREDICTION_ID])),
  );
  service.post<{ Body: readonly IncomeOutcome[] }>(
    '/outcomes',
    {
      schema: {
        body: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'actual'],
            properties: { id: { type: 'string' }, actual: { type: 'string' } },
          },
        },
      },
    },
    async ({ body }, reply) => {
      for (const { id, actual } of body) monitor.recordOutcome({ id, actual });
      await reply.code(204).send();
    },
  );
  service.get('/healthz', () => ({ status: 'ok' }));
  return service;
}
