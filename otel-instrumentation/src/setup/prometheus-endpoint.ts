import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { messageOf } from '../values/thrown.ts';
import { warn } from '../values/log.ts';

/** Answers a request for the metrics, as Node's `http`, Express and Connect call it. */
export type MetricsHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The version of Prometheus' text format that the serializer writes. */
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Processes of a service that find a port each. */
const MOST_INSTANCES = 64;

/** The metrics of this process in Prometheus' text format, on a port of their own or on a page of the service; other pages beside them. */
export class PrometheusEndpoint {
  readonly #reader: PrometheusExporter;
  readonly #serializer: PrometheusSerializer;
  readonly #pages = new Map<string, MetricsHandler>();
  #server: Server | undefined;

  constructor(reader: PrometheusExporter, serializer: PrometheusSerializer) {
    this.#reader = reader;
    this.#serializer = serializer;
    this.#pages.set('/metrics', (request, response) => this.handler(request, response));
  }

  /** Answers a path of the port with another page. */
  addPage(path: string, handler: MetricsHandler): void {
    this.#pages.set(path, handler);
  }

  /** What a scrape gets. */
  async text(): Promise<string> {
    const { resourceMetrics } = await this.#reader.collect();
    return this.#serializer.serialize(resourceMetrics);
  }

  readonly handler: MetricsHandler = (_request, response) => {
    this.text().then(
      (text) => response.writeHead(200, { 'content-type': CONTENT_TYPE }).end(text),
      (error: unknown) =>
        response
          .writeHead(500, { 'content-type': 'text/plain' })
          .end(`The metrics cannot be read: ${messageOf(error)}\n`),
    );
  };

  /**
   * Opens the port. The workers of a cluster would share it, and each scrape would meet another of them; the instances
   * that PM2 makes without a cluster would find it taken. Each takes the next port that is free instead, and says so.
   *
   * @returns the address of the endpoint
   * @throws {Error} when the port cannot be opened
   */
  async listen(host: string, port: number): Promise<string> {
    const instance = instanceName();
    const attempts = instance !== undefined && port !== 0 ? MOST_INSTANCES : 1;
    let attempt = 0;
    for (; ; attempt++) {
      try {
        this.#server = await listening(host, port + attempt, this.#pages);
        break;
      } catch (error) {
        if (attempt + 1 < attempts && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') continue;
        throw new Error(
          `The endpoint for Prometheus cannot listen on ${host}:${port} (${String(error)}): set the option port to a free one.`,
          { cause: error },
        );
      }
    }
    const address = this.#server.address();
    const url = `http://${host}:${typeof address === 'object' ? address?.port : port}/metrics`;
    // PM2 numbers a process that is alone too.
    if (instance !== undefined && (cluster.isWorker || attempt > 0)) {
      const ports = port === 0 ? 'the port of each of them' : `one port for each of them, from ${port} on`;
      warn(`${instance} serves its metrics at ${url}: let Prometheus scrape ${ports}, or export by OTLP.`);
    }
    return url;
  }

  /** Closes the port. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }
}

/** What this process is called among those that ask for the same port; undefined where it is the only one. */
function instanceName(): string | undefined {
  if (cluster.isWorker) return `worker ${cluster.worker?.id} of this cluster`;
  const instance = process.env['NODE_APP_INSTANCE'];
  return instance === undefined ? undefined : `instance ${instance} of this service`;
}

async function listening(host: string, port: number, pages: ReadonlyMap<string, MetricsHandler>): Promise<Server> {
  const server = createServer((request, response) => {
    const page = pages.get(request.url?.split('?')[0] ?? '');
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  });
  // The port of a monitor is no reason to stay alive, nor are the connections that Prometheus keeps open.
  server.unref().on('connection', (socket) => socket.unref());
  server.listen({ host, port, exclusive: true });
  await once(server, 'listening');
  return server;
}
