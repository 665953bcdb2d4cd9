import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startStore } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { userPrometheus } from '../../start/user-prometheus.ts';

test.each([undefined, ''])('there is none when the variable is %j', async (value) => {
  await expect(userPrometheus(value)).resolves.toBeUndefined();
});

test.each(['localhost', 'localhost:9090', 'http://'])(
  '%s is refused, and the message says what to set',
  async (value) => {
    await expect(userPrometheus(value)).rejects.toThrow(
      `PROMETHEUS_URL is "${value}", which is not an address: set PROMETHEUS_URL to the base of a Prometheus HTTP API`,
    );
  },
);

test('where nothing answers, and where something else does, a sentence says so', async () => {
  const server = createServer((_request, response) => response.end('<html>hello</html>')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(userPrometheus(url)).rejects.toThrow(`PROMETHEUS_URL is ${url}, which is not a Prometheus`);
  server.close();
  await once(server, 'close');
  await expect(userPrometheus(url)).rejects.toThrow(`PROMETHEUS_URL is ${url}, and nothing answers there`);
});

describeWithStore('prometheus', 'a Prometheus that runs', () => {
  test('is used, without the slash at the end', async () => {
    const store = await startStore({ kind: 'prometheus' });
    await expect(userPrometheus(`${store.url}/`)).resolves.toBe(store.url);
    await store.close();
  });
});
