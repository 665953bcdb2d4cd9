/** `npm run bench:service`: the CPU that `monitor.wrap` adds to a request of a Fastify service. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { PATHS, SERVED_FEATURES, type Path } from './service-contract.ts';
import { markdown, type Table } from './table.ts';
import { numericRows } from './workload.ts';

/**
 * Rounds in each process, of which all count alike, and requests to each path in a round. Many short ones: what else a
 * machine does lasts for seconds, and then is in all paths of a round. Several processes: the compiler decides again in
 * each, and so moves the result by microseconds.
 */
const PROCESSES = 6;
const ROUNDS = 10;
const REQUESTS = 2000;

/** Rounds of each process before these, which compile. */
const WARMING = 5;

/** Requests that are under way at once: enough that the service always has one to answer. */
const CONNECTIONS = 4;
const IN_FLIGHT = 32;

const SERVICE = fileURLToPath(new URL('service-process.ts', import.meta.url));
const BODIES = numericRows(SERVED_FEATURES, 1000).map((row) => JSON.stringify(row));

/** Microseconds of a request, by path. */
type Round = Readonly<Record<Path, number>>;

const LABELS: Readonly<Record<Path, string>> = {
  '/plain': 'without a monitor',
  '/plain-again': 'the same again: the noise',
  '/monitored': 'with monitor.wrap',
};

/** Microseconds of the service's CPU for a request, by path; runs alternate, so that all meet the same machine. */
export async function serviceTable(): Promise<Table> {
  const rounds: Round[] = [];
  for (let i = 0; i < PROCESSES; i++) rounds.push(...(await roundsOfProcess()));
  return tableOf(rounds);
}

async function roundsOfProcess(): Promise<Round[]> {
  const child = fork(SERVICE, { execArgv: ['--conditions=driftline-source'] });
  try {
    const [port] = (await once(child, 'message')) as [number];
    const pool = new Pool(`http://127.0.0.1:${port}`, {
      connections: CONNECTIONS,
      pipelining: IN_FLIGHT / CONNECTIONS,
    });
    const rounds: Round[] = [];
    for (let round = 0; round < WARMING + ROUNDS; round++) rounds.push(await roundOf(round, child, pool));
    await pool.close();
    return rounds.slice(WARMING);
  } finally {
    child.disconnect();
  }
}

/** One run of each path, beginning with another one in each round. */
async function roundOf(round: number, child: ChildProcess, pool: Pool): Promise<Round> {
  const costs = { '/plain': NaN, '/plain-again': NaN, '/monitored': NaN };
  for (let i = 0; i < PATHS.length; i++) {
    const path = PATHS[(round + i) % PATHS.length] as Path;
    const before = await cpuOf(child);
    await load(pool, path);
    costs[path] = ((await cpuOf(child)) - before) / REQUESTS;
  }
  return costs;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [microseconds] = (await once(child, 'message')) as [number];
  return microseconds;
}

async function load(pool: Pool, path: Path): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < REQUESTS) {
      const body = BODIES[next++ % BODIES.length] as string;
      const headers = { 'content-type': 'application/json' };
      const response = await pool.request({ path, method: 'POST', headers, body, idempotent: true });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`${path} answers ${response.statusCode}.`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, client));
}

function tableOf(rounds: readonly Round[]): Table {
  const cost = (path: Path): number => median(rounds.map((costs) => costs[path]));
  // The difference within a round: what slows the whole machine down is in both.
  const added = (path: Path): number => median(rounds.map((costs) => costs[path] - costs['/plain']));
  const share = added('/monitored') / cost('/plain');
  return {
    title: `CPU of a request with ${SERVED_FEATURES} features to a Fastify service`,
    columns: ['', 'µs (median)', 'more than without'],
    rows: PATHS.map((path) => [LABELS[path], cost(path).toFixed(1), path === '/plain' ? '' : added(path).toFixed(1)]),
    note:
      `The monitor adds ${Math.round(share * 100)} % to a request. Take this share to a faster machine, not the microseconds: ` +
      `where a plain\nrequest costs 20 µs, it is ${(share * 20).toFixed(1)} µs.`,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}

if (import.meta.main) console.log(markdown(await serviceTable()));
