import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DataSource } from './data-source.ts';
import { checkHealth } from './health.ts';
import { queryData, type QueriesBody } from './query-data.ts';
import { callResource } from './resources.ts';

interface ResourceRoute {
  readonly Params: { readonly '*': string };
  readonly Querystring: Readonly<Record<string, string | readonly string[]>>;
}

/** Serves a data source at the addresses at which Grafana serves the back ends of its data sources. */
export function serveDataSource(server: FastifyInstance, source: DataSource): void {
  const own = `/api/datasources/uid/${source.uid}`;

  server.post('/api/ds/query', async ({ body, headers }, reply) => {
    if (!isQueries(body)) {
      return reply.code(400).send({ message: 'The body needs queries, each with a refId, and a time range from, to.' });
    }
    const other = body.queries.find(({ datasource }) => datasource?.uid !== source.uid);
    if (other !== undefined) {
      return reply.code(404).send({ message: `Query ${other.refId} asks a data source that is not here.` });
    }
    const { status, results } = await queryData(source, body, headers['fromalert'] === 'true', leaving(reply));
    return reply.code(status).send({ results });
  });

  server.get(`${own}/health`, async (_request, reply) => {
    const health = await checkHealth(source, Date.now(), leaving(reply));
    return reply.code(health.status === 'OK' ? 200 : 400).send(health);
  });

  server.route<ResourceRoute>({
    method: ['GET', 'POST'],
    url: `${own}/resources/*`,
    handler: async ({ params, query, body }, reply) => {
      const parameters = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()]));
      const asked = { path: params['*'].replace(/\/$/, ''), parameters, body, now: Date.now() };
      const answer = await callResource(source, asked, leaving(reply));
      return reply.code(answer.status).send(answer.body);
    },
  });
}

/** Aborts when the page goes away before it has its answer, as it does when a query is canceled. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableEnded) controller.abort();
  });
  return controller.signal;
}

function isQueries(body: unknown): body is QueriesBody {
  if (typeof body !== 'object' || body === null || !('queries' in body) || !Array.isArray(body.queries)) return false;
  const { from, to } = body as { readonly from?: unknown; readonly to?: unknown };
  return (
    Number(from) <= Number(to) &&
    body.queries.every((query: unknown) => typeof (query as { refId?: unknown } | null)?.refId === 'string')
  );
}
