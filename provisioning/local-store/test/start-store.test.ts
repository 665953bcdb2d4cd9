import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../src/query.ts';
import { startStore, type Store } from '../src/start-store.ts';
import { describeWithStore } from '../src/testing/describe-with-store.ts';

describe.each(['prometheus', 'victoria-metrics'] as const)('%s', (kind) => {
  describeWithStore(kind, 'a real store', () => {
    let page: Server;
    let store: Store;

    beforeAll(async () => {
      // Prometheus 3 refuses a page that does not say what it is.
      page = createServer((_request, response) => {
        response.setHeader('content-type', 'text/plain; version=0.0.4').end('answer 42\n');
      }).listen(0, '127.0.0.1');
      await once(page, 'listening');
      store = await startStore({ kind });
    });

    afterAll(async () => {
      page.close();
      await store.close();
    });

    test('scrapes a page that is named later, and is gone after it is closed', async () => {
      await store.setScrapeTargets([`127.0.0.1:${(page.address() as AddressInfo).port}`]);
      let samples = await query(store.url, 'answer');
      for (let tries = 0; samples.length === 0 && tries < 160; tries++) {
        await wait(250);
        samples = await query(store.url, 'answer');
      }
      expect(samples.map(({ value }) => value)).toEqual([42]);
      await store.close();
      await expect(query(store.url, 'answer')).rejects.toThrow();
    });
  });
});
