import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPayload, startReceiver } from '../receiver.ts';
import { wideProfile } from './wide-profile.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'driftline-register-'));

/** Runs a service under `--import` and gives what had arrived when it ended by itself. */
async function registered(service: string, env: Record<string, string>) {
  const receiver = await startReceiver();
  const outcome = await new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=driftline-source', '--import', here('../../src/register.ts'), here(service)],
      { env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, ...env } },
      (error, _stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stderr }),
    );
  });
  receiver.close();
  return { ...outcome, received: receiver.received };
}

function profileFile(name: string, width: number): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(wideProfile(name, width)));
  return path;
}

test('onnxruntime-node: calls, errors, features and predictions without a line of code', async () => {
  const { code, received } = await registered('./child-onnx.ts', { DRIFTLINE_PROFILE: profileFile('onnx', 42) });
  expect(code).toBe(0);
  const { sums, histograms } = readPayload(received.at(-1));
  expect(sums['ml.feature.observations']).toBe(100 * 42);
  expect(sums['ml.prediction.observations']).toBe(100);
  expect(histograms['ml.prediction.duration']).toEqual({ '': 5, Error: 1 });
});

test('@tensorflow/tfjs: layers and graph models, each call once', async () => {
  const { code, stderr, received } = await registered('./child-tensorflow.ts', {
    DRIFTLINE_PROFILE: profileFile('tensorflow', 3),
  });
  expect([code, stderr.includes('driftline:')]).toEqual([0, false]);
  const { sums, histograms } = readPayload(received.at(-1));
  expect(histograms['ml.prediction.duration']).toMatchObject({ '': 3 });
  expect(Object.values(histograms['ml.prediction.duration'] ?? {}).reduce((sum, count) => sum + count, 0)).toBe(4);
  // The third call names its input, so that it has features as well.
  expect(sums['ml.feature.observations']).toBe(3 * 2 * 3);
});

test.each<[Record<string, string>, string]>([
  [{ DRIFTLINE_PROFILE: '/no/such/profile.json' }, 'The reference profile /no/such/profile.json cannot be read'],
  [{ OTEL_METRICS_EXPORTER: 'carrier-pigeon' }, 'OTEL_METRICS_EXPORTER is carrier-pigeon'],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL is grpc: choose http/json'],
])(
  'a wrong variable is reported, exports nothing and does not keep the service from running: %j',
  async (env, sentence) => {
    const { code, stderr, received } = await registered('./child-tensorflow.ts', env);
    expect([code, stderr, received]).toEqual([0, expect.stringContaining(sentence), []]);
  },
);

test('OTEL_SDK_DISABLED disables everything', async () => {
  const { code, received } = await registered('./child-tensorflow.ts', {
    OTEL_SDK_DISABLED: 'true',
    DRIFTLINE_PROFILE: profileFile('disabled', 3),
  });
  expect([code, received]).toEqual([0, []]);
});
