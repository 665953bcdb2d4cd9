import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startStore } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { givenStore } from '../../start/given-store.ts';

test.each([undefined, ''])('without the variable there is none: %j', async (value) => {
  await expect(givenStore(value)).resolves.toBeUndefined();
});

test.each(['localhost', 'localhost:9090', 'http://'])('%s is refused with the remedy', async (value) => {
  await expect(givenStore(value)).rejects.toThrow(
    `PROMETHEUS_URL is "${value}", which is no address: set PROMETHEUS_URL to the base of a Prometheus HTTP API`,
  );
});

test('where nothing answers, and where something else does, a sentence says so', async () => {
  const server = createServer((_request, response) => response.end('<html>hello</html>')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(givenStore(url)).rejects.toThrow(`PROMETHEUS_URL is ${url}, which is no Prometheus`);
  server.close();
  await once(server, 'close');
  await expect(givenStore(url)).rejects.toThrow(`PROMETHEUS_URL is ${url}, and nothing answers there`);
});

describeWithStore('prometheus', 'a Prometheus that runs', () => {
  test('is taken, without the slash at the end', async () => {
    const store = await startStore({ kind: 'prometheus' });
    await expect(givenStore(`${store.url}/`)).resolves.toBe(store.url);
    await store.close();
  });
});
