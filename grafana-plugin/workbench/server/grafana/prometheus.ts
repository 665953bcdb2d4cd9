import type { FastifyInstance } from 'fastify';

/** Serves what Grafana's own data source of Prometheus asks of the store: values over time, and values of labels. */
export function servePrometheus(server: FastifyInstance, store: string): void {
  server.get('/api/workbench/prometheus', async (request, reply) => {
    const asked = new URLSearchParams(request.query as Record<string, string>);
    const response = await fetch(`${store}/api/v1/query_range?${asked.toString()}`);
    return reply
      .code(response.status)
      .type('application/json')
      .send(await response.text());
  });
  server.get<{ Params: { label: string } }>('/api/workbench/prometheus/:label', async (request, reply) => {
    const asked = new URLSearchParams(request.query as Record<string, string>);
    const response = await fetch(`${store}/api/v1/label/${request.params.label}/values?${asked.toString()}`);
    return reply
      .code(response.status)
      .type('application/json')
      .send(await response.text());
  });
}
