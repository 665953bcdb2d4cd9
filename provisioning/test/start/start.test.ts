import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startStore } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { alive, treeOf, type Process } from './processes.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The port that `npm start` would like best. */
const PREFERRED_PORT = 3300;

async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await wait(200);
  }
}

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

const urlIn = (text: string): string | undefined => /Driftline workbench: (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];

const valueOf = async (url: string, promql: string): Promise<number> => {
  const address = `${url}/api/datasources/proxy/uid/prometheus/api/v1/query?query=${encodeURIComponent(promql)}`;
  const answer = (await (await fetch(address)).json()) as { data: { result: { value: [number, string] }[] } };
  return Number(answer.data.result[0]?.value[1]);
};

const hasReplicas = async (url: string): Promise<true | undefined> =>
  (await valueOf(url, 'count(ml_reference_rows)')) === 2 ? true : undefined;

/** What Ctrl-C in a terminal does: every process of the group hears it. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  process.kill(-(child.pid as number), signal);
}

async function allGone(these: readonly Process[]): Promise<void> {
  await until('the end of every process', () => (alive(these).length === 0 ? true : undefined));
}

/** Where the processes can be counted. */
const describeStart: typeof describeWithStore =
  process.platform === 'linux'
    ? describeWithStore
    : (_kind, name, body) => describe.skip(`${name} (its processes are looked up in the /proc of Linux)`, body);

describeStart('prometheus', 'npm start', () => {
  let occupant: Server;

  beforeAll(async () => {
    occupant = createServer().listen(PREFERRED_PORT, '127.0.0.1');
    // Somebody else's program on that port serves as well, and makes ours fail to listen.
    await once(occupant, 'listening').catch(() => undefined);
  });

  afterAll(() => occupant.close());

  afterEach(() => {
    for (const child of started.splice(0)) {
      try {
        signalGroup(child, 'SIGKILL');
      } catch {
        // Nothing is left of it, as it should be.
      }
    }
  });

  test('prints one address, shows two replicas, and leaves nothing behind after Ctrl-C', async () => {
    const { child, ended, text } = npmStart();
    const url = await until('the address', () => urlIn(text()));
    expect(url).not.toContain(`:${PREFERRED_PORT}`);
    expect((await fetch(url)).status).toBe(200);
    await until('series of both replicas', () => hasReplicas(url));
    await until('traffic', async () => ((await valueOf(url, 'sum(ml_predictions_total)')) > 0 ? true : undefined));
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
      await until('the address', () => urlIn(text()));
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
    const url = await until('the address', () => urlIn(text()));
    const [, first, second] = /Let your Prometheus scrape (\S+) and (\S+)\./.exec(text()) ?? [];
    await store.setScrapeTargets([first as string, second as string]);
    await until('series of both replicas', () => hasReplicas(url));
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
