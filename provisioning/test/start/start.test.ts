import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { query, startStore } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { alive, treeOf, type Process } from './processes.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The port that `npm start` tries first. */
const PREFERRED_PORT = 3300;

const started: ChildProcess[] = [];

/** `npm start` as a person runs it, in a process group as a terminal makes one, and what it prints. */
function npmStart(env: Record<string, string> = {}) {
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  started.push(child);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, text: () => printed.join('') };
}

/** Waits for the address that it prints. */
async function printedUrl(text: () => string): Promise<string> {
  const address = /Driftline workbench: (http:\/\/127\.0\.0\.1:\d+)/;
  const printed = await waitUntil('the address of the workbench', text, (value) => address.test(value));
  return address.exec(printed)?.[1] as string;
}

/** Asks the store that the workbench's data source asks. */
const valueOf = async (url: string, promql: string): Promise<number> => {
  const response = await fetch(`${url}/api/workbench/data-source`);
  const source = (await response.json()) as { url: string };
  const [sample] = await query(source.url, promql);
  return sample?.value ?? NaN;
};

const untilReplicas = (url: string): Promise<number> =>
  waitUntil(
    'series of every replica',
    () => valueOf(url, 'count(ml_reference_rows)'),
    // Two of the income service, and the bike sharing service.
    (count) => count === 3,
  );

/** What Ctrl-C in a terminal does: every process of the group gets the signal. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  process.kill(-(child.pid as number), signal);
}

async function allGone(these: readonly Process[]): Promise<void> {
  await waitUntil(
    'the end of every process',
    () => alive(these),
    (left) => left.length === 0,
  );
}

/** Skips where the processes cannot be counted. */
const describeStart: typeof describeWithStore =
  process.platform === 'linux'
    ? describeWithStore
    : (_kind, name, body) => describe.skip(`${name} (its processes are looked up in the /proc of Linux)`, body);

describeStart('prometheus', 'npm start', () => {
  let occupant: Server;

  beforeAll(async () => {
    occupant = createServer().listen(PREFERRED_PORT, '127.0.0.1');
    // It fails to listen where another program has that port, which is as good.
    await once(occupant, 'listening').catch(() => undefined);
  });

  afterAll(() => occupant.close());

  afterEach(() => {
    for (const child of started.splice(0)) {
      try {
        signalGroup(child, 'SIGKILL');
      } catch {
        // It is gone, as it should be.
      }
    }
  });

  test('prints one address, shows every replica, and leaves nothing behind after Ctrl-C', async () => {
    const { child, ended, text } = npmStart();
    const url = await printedUrl(text);
    expect(url).not.toContain(`:${PREFERRED_PORT}`);
    expect((await fetch(url)).status).toBe(200);
    await untilReplicas(url);
    await waitUntil(
      'traffic',
      () => valueOf(url, 'sum(ml_predictions_total)'),
      (total) => total > 0,
    );
    const health = await fetch(`${url}/api/datasources/uid/driftline/health`);
    await expect(health.json()).resolves.toMatchObject({ status: 'OK', message: expect.stringMatching(/^2 models, /) });
    const all = treeOf(child.pid as number);
    for (const each of ['start.ts', 'prometheus', 'serve.ts', 'traffic.ts']) {
      expect(all.map(({ command }) => command)).toContainEqual(expect.stringContaining(each));
    }
    signalGroup(child, 'SIGINT');
    expect(await ended).toBe(0);
    await allGone(all);
    expect(text()).toContain('Stopping …');
  });

  test.each([
    ['SIGINT', 'npm start'],
    ['SIGTERM', 'npm start'],
    ['SIGHUP', 'npm start'],
    ['SIGKILL', 'npm start'],
    ['SIGKILL', 'workspace.mjs'],
    ['SIGKILL', 'start.ts'],
  ] as const)(
    'started again it installs and builds nothing; %s to %s alone ends everything',
    async (signal, target) => {
      const { child, text } = npmStart();
      await printedUrl(text);
      expect(text()).not.toMatch(/Installing|Building/);
      const all = treeOf(child.pid as number);
      const one = all.find(({ command }) => command.includes(target));
      process.kill(one?.pid as number, signal);
      await allGone(all);
    },
  );

  test('asks the Prometheus that PROMETHEUS_URL names, and says what that has to scrape', async () => {
    const store = await startStore({ kind: 'prometheus' });
    const { child, ended, text } = npmStart({ PROMETHEUS_URL: `${store.url}/` });
    const url = await printedUrl(text);
    const [, targets = ''] = /Let your Prometheus scrape (.+)\./.exec(text()) ?? [];
    await store.setScrapeTargets(targets.split(', '));
    await untilReplicas(url);
    signalGroup(child, 'SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(`${store.url}/-/ready`)).resolves.toMatchObject({ ok: true });
    await store.close();
  });

  test('a wrong PROMETHEUS_URL ends it with one sentence', async () => {
    const { ended, text } = npmStart({ PROMETHEUS_URL: 'http://127.0.0.1:1' });
    expect(await ended).toBe(1);
    expect(text()).toContain('driftline: PROMETHEUS_URL is http://127.0.0.1:1, and nothing answers there');
  });
});
