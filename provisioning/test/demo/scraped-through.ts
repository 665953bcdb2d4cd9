import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** An endpoint of metrics that passes on what another one has. */
export interface ScrapedThrough {
  /** `host:port` to scrape. */
  readonly target: string;
  /** Beginning of the names that it leaves out. */
  without: string | undefined;
  close(): Promise<void>;
}

/** Stands between a store and a service, and loses metrics on request. */
export async function scrapedThrough(metricsPort: number): Promise<ScrapedThrough> {
  const server = createServer((_, response) => {
    fetch(`http://127.0.0.1:${metricsPort}/metrics`)
      .then((metrics) => metrics.text())
      .then(
        (text) => {
          const { without } = through;
          const kept = text.split('\n').filter((line) => without === undefined || !line.startsWith(without));
          response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(kept.join('\n'));
        },
        () => response.writeHead(503).end(),
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through: ScrapedThrough = {
    target: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    without: undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return through;
}
