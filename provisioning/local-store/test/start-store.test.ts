import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../src/query.ts';
import { startStore } from '../src/start-store.ts';
import { describeWithStore } from '../src/testing/describe-with-store.ts';

describe.each(['prometheus', 'victoria-metrics'] as const)('%s', (kind) => {
  describeWithStore(kind, 'a real store', () => {
    test('scrapes a page that is named later, and is gone after it is closed', async () => {
      const page = createServer((_request, response) => response.end('answer 42\n')).listen(0, '127.0.0.1');
      await once(page, 'listening');
      const store = await startStore({ kind });
      await store.setScrapeTargets([`127.0.0.1:${(page.address() as AddressInfo).port}`]);
      let samples = await query(store.url, 'answer');
      for (let tries = 0; samples.length === 0 && tries < 240; tries++) {
        await wait(250);
        samples = await query(store.url, 'answer');
      }
      expect(samples.map(({ value }) => value)).toEqual([42]);
      await store.close();
      page.close();
      await expect(query(store.url, 'answer')).rejects.toThrow();
    });
  });
});
