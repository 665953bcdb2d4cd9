import type { FastifyInstance } from 'fastify';

/** What Grafana's own API would tell of alert rules, in the shapes of Grafana 12.4. */
export interface Alerting {
  /** Groups of `/api/prometheus/grafana/api/v1/rules`. */
  readonly groups: readonly object[];
  /** Answer of `/api/alertmanager/grafana/api/v2/silences`. */
  readonly silences: readonly object[];
  /** Status in place of an answer, as for a reader without permission. */
  readonly refuses?: number;
}

/** Serves Grafana's API of alert rules and silences. The workbench evaluates none: they are those that it is given. */
export function serveAlerting(server: FastifyInstance, alerting: () => Alerting): void {
  server.get('/api/prometheus/grafana/api/v1/rules', (_request, reply) => {
    const { groups, refuses } = alerting();
    return refuses === undefined
      ? reply.send({ status: 'success', data: { groups } })
      : reply.code(refuses).send({ message: 'You do not have permission to read alert rules.' });
  });
  server.get('/api/alertmanager/grafana/api/v2/silences', (_request, reply) => {
    const { silences, refuses } = alerting();
    return refuses === undefined
      ? reply.send(silences)
      : reply.code(refuses).send({ message: 'You do not have permission to read silences.' });
  });
}
