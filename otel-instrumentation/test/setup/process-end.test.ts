import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '@driftline/local-store/testing';
import { readPayload, startReceiver, type Received } from '../receiver.ts';

const SERVICE = fileURLToPath(new URL('./child-service.ts', import.meta.url));

/** A port on which nothing listens. */
const NOBODY = 'http://127.0.0.1:1';

/** Milliseconds that an end may take on a busy machine: two seconds for the export, and slack for starting processes. */
const SOON_MS = 6000;

interface End {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly received: readonly Received[];
  /** Milliseconds from the signal, or the end of the work, to the end of the process. */
  readonly took: number;
}

function startService(args: readonly string[], endpoint: string) {
  return spawn(process.execPath, ['--conditions=driftline-source', SERVICE, ...args], {
    env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Runs the service until it has recorded, ends it by the signals, and gives what had arrived when it was gone. */
async function endedBy(
  signals: readonly NodeJS.Signals[],
  args: readonly string[] = [],
  endpoint?: string,
): Promise<End> {
  const receiver = await startReceiver();
  const child = startService(args, endpoint ?? receiver.endpoint);
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  const start = performance.now();
  for (const signal of signals) {
    child.kill(signal);
    // The second signal is another one only if the first has been received.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [code, killedBy] = (await exit) as [number | null, NodeJS.Signals | null];
  receiver.close();
  return { code, killedBy, received: receiver.received, took: performance.now() - start };
}

const predictions = (received: readonly Received[]) => received.map((each) => readPayload(each).sums['ml.predictions']);

const last = (received: readonly Received[]) => predictions(received).at(-1);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: the last interval arrives, and the process ends by it',
  async (signal) => {
    const { killedBy, received } = await endedBy([signal]);
    expect(killedBy).toBe(signal);
    expect(last(received)).toBe(10);
  },
);

test('a second signal cuts nothing off', async () => {
  const { killedBy, received } = await endedBy(['SIGTERM', 'SIGTERM', 'SIGINT']);
  // A busy process receives signals that wait for it in the order of their numbers.
  expect(['SIGTERM', 'SIGINT']).toContain(killedBy);
  expect(last(received)).toBe(10);
});

test('two starts in a process do not wait for each other', async () => {
  const { killedBy, received, took } = await endedBy(['SIGTERM'], ['--two']);
  expect(killedBy).toBe('SIGTERM');
  expect(predictions(received)).toContain(10);
  expect(took).toBeLessThan(SOON_MS);
});

test('what is recorded while the service drains is exported, and its own handler says how it ends', async () => {
  const { code, received } = await endedBy(['SIGTERM'], ['--own-handler']);
  expect(code).toBe(7);
  expect(last(received)).toBe(20);
});

test('a handler that calls process.exit loses at most what was recorded in the second before', async () => {
  const { code, received } = await endedBy(['SIGTERM'], ['--exit']);
  expect(code).toBe(7);
  expect(last(received)).toBe(10);
});

test('the end of the event loop exports what is left', async () => {
  const { code, received } = await endedBy([], ['--ends']);
  expect(code).toBe(0);
  expect(last(received)).toBe(10);
});

test('handleSignals: false leaves the signals to the service', async () => {
  const { killedBy, received } = await endedBy(['SIGTERM'], ['--no-signals']);
  expect(killedBy).toBe('SIGTERM');
  expect(predictions(received)).not.toContain(10);
});

test.each([
  ['a signal', ['SIGTERM'], []],
  ['the end of the event loop', [], ['--ends']],
] as const)('a receiver that is not there holds %s up for two seconds at most', async (_what, signals, args) => {
  const { took } = await endedBy(signals, args, NOBODY);
  expect(took).toBeLessThan(SOON_MS);
});

test('kill -9 loses what was recorded since the last export, and nothing else', async () => {
  const { received } = await endedBy(['SIGKILL']);
  expect(predictions(received)).not.toContain(10);
});

test('a worker of a cluster whose primary was killed exports before Node ends it', async () => {
  const receiver = await startReceiver();
  const primary = startService(['--cluster'], receiver.endpoint);
  await once(primary.stdout, 'data');
  // The output ends when the worker, which shares it, is gone.
  const ended = once(primary, 'close');
  primary.kill('SIGKILL');
  await ended;
  expect(last(receiver.received)).toBe(10);
  receiver.close();
});

test('a worker that is ended alone exports first, as PM2 ends each of its instances', async () => {
  const { received } = await endedBy(['SIGINT'], ['--cluster']);
  expect(last(received)).toBe(10);
});

test('scrapes over a connection that stays open do not keep a process alive', async () => {
  const child = startService(['--prometheus', '--own-handler'], NOBODY);
  const [endpoint] = (await once(child.stdout, 'data')) as [Buffer];
  const agent = new Agent({ keepAlive: true });
  const scrape = async (): Promise<void> => {
    const request = get(endpoint.toString().trim(), { agent });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
  };
  await scrape();
  child.kill('SIGTERM');
  await waitUntil(
    'the end of the process, which is scraped all the time',
    async () => {
      await scrape().catch(() => undefined);
      return child.exitCode;
    },
    (code) => code === 7,
    20,
  ).finally(() => child.kill('SIGKILL'));
  agent.destroy();
});

test('two processes are two instances, or they would write into the same series', async () => {
  const ended = await Promise.all([endedBy(['SIGTERM']), endedBy(['SIGTERM'])]);
  const ids = ended.map(({ received }) => readPayload(received[0]).resource['service.instance.id']);
  expect(ids[0]).toMatch(/.{8,}/);
  expect(new Set(ids).size).toBe(2);
});
