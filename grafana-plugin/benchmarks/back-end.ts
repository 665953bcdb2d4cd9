import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startStore, type Store, type StoreKind } from '@driftline/local-store';
import { planQueries, type Ask } from '@driftline/shared';
import { buildHost, startBackEnd, type RunningBackEnd } from '../test/backend/start-back-end.ts';
import { historyOf } from './history.ts';

/*
 * What the back end adds to the time that the store takes for the same questions, in the same run:
 *
 *     npm run bench:back-end [minutes of soak]
 */

const KINDS: readonly StoreKind[] = ['prometheus', 'victoria-metrics'];
const TARGET = fileURLToPath(new URL('back-end.md', import.meta.url));
const SOAK_MINUTES = Number(process.argv[2] ?? 0);
const REPLICAS = 10;
const RUNS = 9;
const END = Math.floor(Date.now() / 1000) - 60;

/** One shape of answer: how much there is in the store, and what is asked of it. */
interface Shape {
  readonly title: string;
  readonly features: number;
  readonly window: string;
  readonly windowSeconds: number;
  readonly scrapeSeconds: number;
  /** Times that are asked for, as far apart as the scrapes. */
  readonly steps: number;
}

const SHAPES: readonly Shape[] = [
  { title: 'PSI, 100 features, instant', features: 100, window: '5m', windowSeconds: 300, scrapeSeconds: 30, steps: 1 },
  {
    title: 'PSI, 1,000 features, instant',
    features: 1000,
    window: '5m',
    windowSeconds: 300,
    scrapeSeconds: 30,
    steps: 1,
  },
  {
    title: 'PSI, 100 features, 300 steps',
    features: 100,
    window: '5m',
    windowSeconds: 300,
    scrapeSeconds: 30,
    steps: 300,
  },
  {
    title: 'PSI, 100 features, instant',
    features: 100,
    window: '1h',
    windowSeconds: 3600,
    scrapeSeconds: 15,
    steps: 1,
  },
];

/** The first needs the counts that most of the others need, too. */
const FAIRNESS = [
  'equalized-odds-difference',
  'equal-opportunity-difference',
  'disparate-impact',
  'demographic-parity-difference',
  'selection-rate',
  'true-positive-rate',
  'false-positive-rate',
  'positive-predictive-value',
] as const;

interface Request {
  readonly from: string;
  readonly to: string;
  readonly queries: readonly object[];
}

function requestOf({ window, steps, scrapeSeconds }: Shape, measures: readonly string[]): Request {
  return {
    from: String((END - (steps - 1) * scrapeSeconds) * 1000),
    to: String(END * 1000),
    queries: measures.map((measure, i) => ({
      refId: `Q${i}`,
      measure,
      window,
      instant: steps === 1,
      intervalMs: scrapeSeconds * 1000,
    })),
  };
}

/** The same questions as the back end asks, all at once, with their answers read but not understood. */
function askStore(store: Store, { from, to, queries }: Request): () => Promise<unknown> {
  const { asks } = planQueries({
    settings: {},
    queries: queries.map((model, i) => ({
      refId: `Q${i}`,
      model,
      from: Number(from),
      to: Number(to),
      intervalMs: (model as { intervalMs: number }).intervalMs,
    })),
  });
  return () => Promise.all(asks.map((ask) => textOf(store, ask)));
}

async function textOf(store: Store, ask: Ask): Promise<string> {
  if (ask.kind === 'labels') throw new Error('Queries of measures ask for no labels.');
  const [path, form] =
    ask.kind === 'instant'
      ? ['query', { query: ask.promql, time: String(ask.time) }]
      : ['query_range', { query: ask.promql, start: String(ask.start), end: String(ask.end), step: String(ask.step) }];
  const response = await fetch(`${store.url}/api/v1/${path}`, { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new Error(`The store refused a query: ${await response.text()}`);
  return response.text();
}

/** Milliseconds that the back end took; what the host beside it does with the answer is not among them. */
async function askBackEnd({ url }: RunningBackEnd, request: Request): Promise<number> {
  const response = await fetch(`${url}/api/ds/query`, { method: 'POST', body: JSON.stringify(request) });
  const { results } = (await response.json()) as {
    results: Readonly<Record<string, { error?: string; frames?: readonly unknown[] }>>;
  };
  for (const [refId, { error, frames = [] }] of Object.entries(results)) {
    if (error !== undefined || frames.length === 0) throw new Error(`${refId}: ${error ?? 'no frame'}`);
  }
  return Number(/dur=([\d.]+)/.exec(response.headers.get('Server-Timing') ?? '')?.[1]);
}

const medianOf = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

interface Cost {
  readonly store: number;
  readonly backEnd: number;
}

/** Medians in milliseconds, asked in turns, so that both see the same machine. */
async function costOf(store: Store, backEnd: RunningBackEnd, request: Request): Promise<Cost> {
  const ask = askStore(store, request);
  const times = { store: [] as number[], backEnd: [] as number[] };
  for (let run = -1; run < RUNS; run++) {
    const start = performance.now();
    await ask();
    const ofStore = performance.now() - start;
    const ofBackEnd = await askBackEnd(backEnd, request);
    // The first run warms both.
    if (run >= 0) {
      times.store.push(ofStore);
      times.backEnd.push(ofBackEnd);
    }
  }
  return { store: medianOf(times.store), backEnd: medianOf(times.backEnd) };
}

/** Most memory that the process had, in MiB. */
async function peakMemory({ url }: RunningBackEnd): Promise<number> {
  const pid = await (await fetch(`${url}/pid`)).text();
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Two hundred at once, and then for as long as is asked for: how many answers came, and in which time. */
async function load(backEnd: RunningBackEnd, request: Request): Promise<string> {
  const start = performance.now();
  const times = await Promise.all(
    Array.from({ length: 200 }, async () => {
      await askBackEnd(backEnd, request);
      return performance.now() - start;
    }),
  );
  const seconds = (milliseconds = NaN): string => (milliseconds / 1000).toFixed(1);
  const sorted = times.sort((a, b) => a - b);
  return `${sorted.length} of 200 queries at once were answered, the first after ${seconds(sorted[0])} s, the last after ${seconds(sorted.at(-1))} s.`;
}

async function soak(backEnd: RunningBackEnd, request: Request): Promise<string[]> {
  if (SOAK_MINUTES === 0) return [];
  const until = Date.now() + SOAK_MINUTES * 60_000;
  let answers = 0;
  const worker = async (): Promise<void> => {
    while (Date.now() < until) {
      await askBackEnd(backEnd, request);
      answers++;
      await wait(10);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return [`${answers} queries in ${SOAK_MINUTES} minutes by four clients: none failed.`];
}

const host = await buildHost();
const rows: string[] = [];
const notes: string[] = [];
try {
  for (const kind of KINDS) {
    for (const shape of SHAPES) {
      const { features, windowSeconds, scrapeSeconds, steps } = shape;
      const seconds = 1.2 * windowSeconds + steps * scrapeSeconds;
      const store = await startStore({
        kind,
        history: historyOf({ features, replicas: REPLICAS, end: END, seconds, scrapeSeconds }),
      });
      const backEnd = await startBackEnd(host.path, store.url);
      try {
        const row = (title: string, { store: ofStore, backEnd: ofBackEnd }: Cost, memory: string): void => {
          const numbers = [ofStore, ofBackEnd, ofBackEnd - ofStore].map((each) => each.toFixed(0));
          const line = `| ${[kind, title, `[${shape.window}]`, ...numbers, memory].join(' | ')} |`;
          console.log(line);
          rows.push(line);
        };
        const psi = requestOf(shape, ['psi']);
        const cost = await costOf(store, backEnd, psi);
        row(shape.title, cost, (await peakMemory(backEnd)).toFixed(0));
        if (shape !== SHAPES[0]) continue;
        for (const measures of [FAIRNESS.slice(0, 1), FAIRNESS]) {
          const request = requestOf(shape, measures);
          row(`Fairness, ${measures.length} of its measures`, await costOf(store, backEnd, request), '');
        }
        if (kind === 'prometheus') {
          notes.push(await load(backEnd, psi), ...(await soak(backEnd, psi)));
          notes.push(`The process had at most ${(await peakMemory(backEnd)).toFixed(0)} MiB in all of that.`);
          console.log(notes.join('\n'));
        }
      } finally {
        await backEnd.stop();
        await store.close();
      }
    }
  }
} finally {
  await host.remove();
}
await writeFile(
  TARGET,
  [
    '# What the back end adds to the store',
    '',
    `Written by \`npm run bench:back-end\` on ${cpus().length} cores, the store on the same machine: one model on ${REPLICAS} replicas with features`,
    `of 11 bins, scraped every 30 seconds for [5m] and every 15 for [1h]. Medians of ${RUNS} runs in milliseconds; *store* is the same`,
    'questions asked at once by another client, *back end* the whole answer of the plugin.',
    '',
    '| store | query | window | store, ms | back end, ms | more, ms | most memory, MiB |',
    '| ----- | ----- | ------ | --------: | -----------: | -------: | ---------------: |',
    ...rows,
    '',
    ...notes.flatMap((note) => [note, '']),
  ].join('\n'),
);
