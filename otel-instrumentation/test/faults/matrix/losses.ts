/**
 * What each way for a service to run, export and end may lose: the table that the README shows and the fault matrix
 * holds real processes to.
 */

export const PROCESS_MODELS = {
  process: 'a process',
  replicas: 'replicas',
  cluster: 'workers of `node:cluster`',
  threads: 'worker threads, one terminated',
  batch: 'a batch job',
} as const;
export type ProcessModel = keyof typeof PROCESS_MODELS;

export const ROUTES = { scrape: 'scraped', push: 'pushed by OTLP' } as const;
export type Route = keyof typeof ROUTES;

export const ENDS = {
  'runs-on': 'it runs on',
  done: 'its work is done',
  signal: 'SIGTERM, no handler',
  drained: 'SIGTERM, it drains',
  'two-signals': 'SIGTERM again while it drains',
  'own-export': '`handleSignals: false`, `shutdown()`',
  'no-export': '`handleSignals: false` alone',
  exit: '`process.exit()`',
  kill: '`kill -9`',
  unreachable: 'SIGTERM, store out of reach',
} as const;
export type End = keyof typeof ENDS;

/**
 * - `nothing`: the store counts all that was recorded
 * - `interval`: what was recorded since the last export or scrape may be lost, and no more
 * - `everything`: the store counts none of it
 */
export type Loss = 'nothing' | 'interval' | 'everything';

type Losses = Readonly<Partial<Record<End, Loss>>>;

const PUSHED_SERVICE: Losses = {
  'runs-on': 'nothing',
  done: 'nothing',
  signal: 'nothing',
  drained: 'nothing',
  'two-signals': 'nothing',
  'own-export': 'nothing',
  'no-export': 'interval',
  exit: 'interval',
  kill: 'interval',
  unreachable: 'interval',
};

/** Nobody scrapes a process for the last time. */
const SCRAPED_SERVICE: Losses = {
  'runs-on': 'nothing',
  done: 'interval',
  signal: 'interval',
  drained: 'interval',
  'two-signals': 'interval',
  'own-export': 'interval',
  'no-export': 'interval',
  exit: 'interval',
  kill: 'interval',
  unreachable: 'interval',
};

/** A job runs no further, and has no requests to drain. */
export const LOSSES: Readonly<Record<ProcessModel, Readonly<Record<Route, Losses>>>> = {
  process: { scrape: SCRAPED_SERVICE, push: PUSHED_SERVICE },
  replicas: { scrape: SCRAPED_SERVICE, push: PUSHED_SERVICE },
  cluster: { scrape: SCRAPED_SERVICE, push: PUSHED_SERVICE },
  threads: { scrape: SCRAPED_SERVICE, push: PUSHED_SERVICE },
  batch: {
    scrape: {
      done: 'everything',
      signal: 'everything',
      'own-export': 'everything',
      'no-export': 'everything',
      exit: 'everything',
      kill: 'everything',
      unreachable: 'everything',
    },
    push: {
      done: 'nothing',
      signal: 'nothing',
      'own-export': 'nothing',
      'no-export': 'everything',
      exit: 'everything',
      kill: 'everything',
      unreachable: 'everything',
    },
  },
};
