import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { query } from '../src/query.ts';
import { startStore, type Store } from '../src/start-store.ts';
import { describeWithStore } from '../src/testing/describe-with-store.ts';
import { waitUntil } from '../src/testing/wait-until.ts';

describe.each(['prometheus', 'victoria-metrics'] as const)('%s', (kind) => {
  describeWithStore(kind, 'a real store', () => {
    let endpoint: Server;
    let store: Store;

    beforeAll(async () => {
      // Prometheus 3 refuses an endpoint without a content type.
      endpoint = createServer((_request, response) => {
        response.setHeader('content-type', 'text/plain; version=0.0.4').end('answer 42\n');
      }).listen(0, '127.0.0.1');
      await once(endpoint, 'listening');
      store = await startStore({ kind });
    });

    afterAll(async () => {
      endpoint.close();
      await store.close();
    });

    test('scrapes an endpoint that is named after the start, and is gone after it is closed', async () => {
      await store.setScrapeTargets([`127.0.0.1:${(endpoint.address() as AddressInfo).port}`]);
      const samples = await waitUntil(
        'the first scrape',
        () => query(store.url, 'answer'),
        ({ length }) => length > 0,
      );
      expect(samples.map(({ value }) => value)).toEqual([42]);
      await store.close();
      await expect(query(store.url, 'answer')).rejects.toThrow();
    });
  });
});
