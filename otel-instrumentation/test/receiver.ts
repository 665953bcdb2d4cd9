import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** An OTLP receiver on the loopback address that keeps what it is sent. */
export interface Receiver {
  /** Base address, as `OTEL_EXPORTER_OTLP_ENDPOINT` takes it. */
  readonly endpoint: string;
  readonly port: number;
  readonly received: readonly Received[];
  close(): void;
}

/** @param status - of every answer, or a function that gives that of the next */
export async function startReceiver(status: number | (() => number) = 200): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response
        .writeHead(typeof status === 'function' ? status() : status, { 'content-type': 'application/json' })
        .end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${port}`, port, received, close };
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}

interface Payload {
  readonly resourceMetrics: ReadonlyArray<{
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeMetrics: ReadonlyArray<{ readonly metrics: readonly Metric[] }>;
  }>;
}

interface Metric {
  readonly name: string;
  readonly sum?: { readonly dataPoints: ReadonlyArray<{ readonly asDouble?: number; readonly asInt?: number }> };
  readonly histogram?: {
    readonly dataPoints: ReadonlyArray<{ readonly attributes: readonly Attribute[]; readonly count: number | string }>;
  };
}

/** What one payload says. */
export interface Reading {
  readonly resource: Readonly<Record<string, string>>;
  /** For every sum, the total over its points. */
  readonly sums: Readonly<Record<string, number>>;
  /** For every histogram, its counts by `error.type`, empty where there is none. */
  readonly histograms: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Reads one payload of OTLP/JSON. */
export function readPayload(received: Received | undefined): Reading {
  if (received === undefined) throw new Error('Nothing arrived.');
  const { resourceMetrics } = JSON.parse(received.body.toString()) as Payload;
  const attributes = resourceMetrics.flatMap(({ resource }) => resource.attributes);
  const metrics = resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  return {
    resource: Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? ''])),
    sums: Object.fromEntries(
      metrics.flatMap(({ name, sum }) =>
        sum === undefined
          ? []
          : [[name, sum.dataPoints.reduce((total, point) => total + Number(point.asDouble ?? point.asInt ?? 0), 0)]],
      ),
    ),
    histograms: Object.fromEntries(
      metrics.flatMap(({ name, histogram }) =>
        histogram === undefined ? [] : [[name, countsByErrorType(histogram.dataPoints)]],
      ),
    ),
  };
}

/** Several models have points of the same type. */
function countsByErrorType(points: NonNullable<Metric['histogram']>['dataPoints']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const point of points) counts[errorType(point)] = (counts[errorType(point)] ?? 0) + Number(point.count);
  return counts;
}

function errorType({ attributes }: { readonly attributes: readonly Attribute[] }): string {
  return attributes.find(({ key }) => key === 'error.type')?.value.stringValue ?? '';
}
