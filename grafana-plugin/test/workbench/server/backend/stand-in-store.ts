import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that reached it. */
interface Received {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Fields of the address or of the form. */
  readonly form: URLSearchParams;
}

/** A server on the loopback address in the place of a store, which answers what a test says. */
export interface StandInStore {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

export type Reply = (request: Received, response: ServerResponse) => void;

export async function standInStore(reply: Reply): Promise<StandInStore> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((each) => {
      received.push(each);
      reply(each, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, close: () => close(server) };
}

/** Sends JSON as Prometheus does. */
export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The answer to an instant query. */
export const vector = (...values: readonly [labels: Record<string, string>, value: number][]): object => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: values.map(([metric, value]) => ({ metric, value: [1_700_000_000, String(value)] })),
  },
});

async function readRequest(request: IncomingMessage): Promise<Received> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { method = '', url = '' } = request;
  return { method, path: url, form: new URLSearchParams(method === 'POST' ? body : url.split('?')[1]) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
