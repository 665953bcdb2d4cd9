import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

interface Received {
  readonly type: string | undefined;
  readonly body: Buffer;
}

/** An OTLP receiver that keeps what it is sent. */
async function receiver() {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ type: request.headers['content-type'], body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1/metrics`, port, received, close: () => server.close() };
}

test.each([
  ['otlp-http', 'application/json'],
  ['otlp-protobuf', 'application/x-protobuf'],
] as const)('%s: what was recorded arrives when the service shuts down', async (exporter, type) => {
  const { url, received, close } = await receiver();
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), serviceName: 'test', exporter, url });
  monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.01 });
  await shutdown();
  close();
  expect(received).toHaveLength(1);
  expect(received[0]?.type).toContain(type);
  const text = received[0]?.body.toString('latin1') ?? '';
  for (const name of ['ml.feature.observations', 'ml.predictions', 'ml.prediction.duration', 'service.instance.id']) {
    expect(text).toContain(name);
  }
});

test('the page for Prometheus holds features and predictions of one process', async () => {
  const { port, close } = await receiver();
  close();
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port });
  monitor.record({ features: { age: 30 }, prediction: 'yes', groups: { sex: 'Male' }, durationSeconds: 0.01 });
  const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await shutdown();
  expect(page).toMatch(/ml_feature_observations_total\{[^}]*ml_feature_bin="\(25, 35\]"[^}]*\} 1/);
  expect(page).toMatch(/ml_predictions_total\{[^}]*ml_prediction_class="yes"[^}]*\} 1/);
  expect(page).toContain('service_instance_id');
  expect(page).not.toMatch(/(NaN|Inf)\n/);
});

test('a port that is taken is a sentence with the remedy', async () => {
  const { port, close } = await receiver();
  await expect(startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port })).rejects.toThrow(
    `cannot listen on 127.0.0.1:${port}`,
  );
  close();
});
