import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DoctorError } from '../../src/doctor/doctor-error.ts';
import { storeClient } from '../../src/doctor/store-client.ts';

let server: Server;

async function answering(status: number, body: string) {
  const requests: { url: string | undefined; headers: object; body: string }[] = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      requests.push({ url: request.url, headers: request.headers, body: text });
      response.writeHead(status).end(body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('asks at /api/v1/query with its headers, and reads the samples', async () => {
  const result = [{ metric: { job: 'a' }, value: [1, '2.5'] }];
  const { url, requests } = await answering(200, JSON.stringify({ status: 'success', data: { result } }));
  const answer = await storeClient(`${url}/`, { authorization: 'Bearer x' }).query('up > 0');
  expect(answer).toEqual({ times: [1], series: [{ labels: { job: 'a' }, values: [2.5] }] });
  expect(requests).toEqual([
    {
      url: '/api/v1/query',
      headers: expect.objectContaining({ authorization: 'Bearer x' }) as object,
      body: 'query=up+%3E+0',
    },
  ]);
});

test('a query that the store rejects is an error with its words', async () => {
  const { url } = await answering(400, '{"status":"error","error":"parse error","data":{"result":[]}}');
  const query = storeClient(url).query('up >');
  await expect(query).rejects.toThrow(DoctorError);
  await expect(query).rejects.toThrow(`${url} rejects a query: parse error`);
});

test('what is not a store is named with its status', async () => {
  const { url } = await answering(404, '<html>');
  await expect(storeClient(url).query('up')).rejects.toThrow(
    `${url} answers with status 404 and is not a Prometheus HTTP API: give its base address with --store`,
  );
});

test('what cannot be reached is named with the reason', async () => {
  const { url } = await answering(200, '');
  server.close();
  await once(server, 'close');
  await expect(storeClient(url).query('up')).rejects.toThrow(/cannot be reached \(connect ECONNREFUSED/);
});
