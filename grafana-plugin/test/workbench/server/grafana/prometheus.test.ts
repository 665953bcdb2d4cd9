import Fastify from 'fastify';
import { servePrometheus } from '../../../../workbench/server/grafana/prometheus.ts';

test('what Prometheus is asked over time goes to the store, and its answer comes back', async () => {
  const store = Fastify();
  store.get('/api/v1/query_range', (request, reply) => reply.code(422).send({ asked: request.query }));
  const server = Fastify();
  servePrometheus(server, await store.listen({ host: '127.0.0.1', port: 0 }));
  const response = await server.inject({ url: '/api/workbench/prometheus', query: { query: 'a + b', start: '0' } });
  expect([response.statusCode, response.json()]).toEqual([422, { asked: { query: 'a + b', start: '0' } }]);
  await store.close();
  await server.close();
});
