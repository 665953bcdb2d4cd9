import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';
import { startReceiver } from '../receiver.ts';

test.each([
  ['otlp-http', 'application/json'],
  ['otlp-protobuf', 'application/x-protobuf'],
] as const)('%s: what was recorded arrives when the service shuts down', async (exporter, type) => {
  const { endpoint, received, close } = await startReceiver();
  const url = `${endpoint}/v1/metrics`;
  const { monitor, shutdown } = await startDriftline({ profile: exampleProfile(), serviceName: 'test', exporter, url });
  monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.01 });
  await shutdown();
  close();
  expect(received).toHaveLength(1);
  expect(received[0]?.headers['content-type']).toContain(type);
  const text = received[0]?.body.toString('latin1') ?? '';
  for (const name of ['ml.feature.observations', 'ml.predictions', 'ml.prediction.duration', 'service.instance.id']) {
    expect(text).toContain(name);
  }
});

test('the page for Prometheus holds features and predictions of one process', async () => {
  const { port, close } = await startReceiver();
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
  const { port, close } = await startReceiver();
  await expect(startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port })).rejects.toThrow(
    `cannot listen on 127.0.0.1:${port}`,
  );
  close();
});
