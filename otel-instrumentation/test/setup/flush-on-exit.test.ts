import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readPayload, startReceiver, type Received } from '../receiver.ts';

const SERVICE = fileURLToPath(new URL('./child-service.ts', import.meta.url));

/** Runs the service until it has recorded, ends it by `signal`, and gives what had arrived when it was gone. */
async function endedBy(signal: NodeJS.Signals, ...args: string[]) {
  const receiver = await startReceiver();
  const child = spawn(process.execPath, ['--conditions=driftline-source', SERVICE, ...args], {
    env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill(signal);
  const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  receiver.close();
  return { code, killedBy, received: receiver.received };
}

const predictions = (received: readonly Received[]) => received.map((each) => readPayload(each).sums['ml.predictions']);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: the last interval arrives, and the process ends by it',
  async (signal) => {
    const { killedBy, received } = await endedBy(signal);
    expect(killedBy).toBe(signal);
    expect(predictions(received)).toEqual([10]);
  },
);

test("a service's own handler keeps the say over how the process ends", async () => {
  const { code, received } = await endedBy('SIGTERM', '--own-handler');
  expect(code).toBe(7);
  expect(predictions(received)).toEqual([10]);
});

test('kill -9 loses what was recorded since the last export, and nothing else', async () => {
  const { received } = await endedBy('SIGKILL');
  expect(received).toEqual([]);
});

test('two processes are two instances, or their counts would overwrite each other', async () => {
  const ended = await Promise.all([endedBy('SIGTERM'), endedBy('SIGTERM')]);
  const ids = ended.flatMap(({ received }) =>
    received.map((each) => readPayload(each).resource['service.instance.id']),
  );
  expect(ids[0]).toMatch(/.{8,}/);
  expect(new Set(ids).size).toBe(2);
});
