/**
 * `npm start`: a real store, two example services under traffic, and the workbench. Stops them all on Ctrl-C, and when the
 * process that started it is gone.
 */
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import open from 'open';
import { startDemandReplica, startDemandTraffic } from '@driftline/bike-sharing';
import { endWithParent, type Replica, type ReplicaOptions } from '@driftline/example-common';
import { startIncomeReplica, startIncomeTraffic } from '@driftline/income-service';
import { startStore, type Store } from '@driftline/local-store';
import { startWorkbench, type WorkbenchOptions } from 'driftline-model-app/workbench/server';
import { userPrometheus, VARIABLE } from './user-prometheus.ts';

const PREFERRED_PORT = 3300;
/** Port of the first replica's metrics endpoint; the others take the next ones. Fixed where it is free, so that a scrape can be configured. */
const METRICS_PORT = 9464;
/** What is provisioned in Grafana over a Driftline data source. */
const DASHBOARDS = fileURLToPath(new URL('../grafana/dashboards/driftline', import.meta.url));
const INCOME_REPLICAS = 2;
/** How long everything may take to stop. */
const STOP_MS = 15_000;

/** What stops each part that runs, in the order of their start. */
const running: Array<() => Promise<void>> = [];
let ending = false;

async function end(code: number): Promise<never> {
  ending = true;
  // A part that hangs must not keep this process alive; its own processes stop when this one is gone.
  setTimeout(() => process.exit(code), STOP_MS).unref();
  for (const stop of running.reverse()) await stop().catch(() => undefined);
  process.exit(code);
}

function stop(): void {
  if (ending) return;
  console.log('Stopping …');
  void end(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
endWithParent(stop);
// Writing to a terminal that was closed fails.
process.stdout.on('error', stop);

async function main(): Promise<void> {
  const source = await prepareStore();
  console.log('Starting the workbench …');
  const port = await getPort({ host: '127.0.0.1', port: PREFERRED_PORT });
  const workbench = await startWorkbench({ ...source, port, dashboards: DASHBOARDS, phase: () => phase });
  running.push(workbench.close);
  // Without a browser, the printed address is enough.
  if (wantsBrowser()) void open(workbench.url).catch(() => undefined);
  console.log(
    `\n  Driftline workbench: ${workbench.url}\n\nThe age shift begins in less than a minute. Ctrl-C stops everything.`,
  );
}

let phase: string | undefined;

/** Whether there is a terminal, and `BROWSER=none`, which other tools know too, is not set. */
function wantsBrowser(): boolean {
  return process.stdout.isTTY && process.env['CI'] === undefined && process.env['BROWSER'] !== 'none';
}

/** The user's own Prometheus, which scrapes on its own, or a new store that scrapes the example services. */
async function prepareStore(): Promise<Pick<WorkbenchOptions, 'store' | 'settings'>> {
  const own = await userPrometheus(process.env[VARIABLE]);
  if (own !== undefined) {
    await startServices(undefined);
    return { store: own };
  }
  console.log('Looking for a store: PATH, then the packages of the system …');
  const store = await startStore();
  running.push(store.close);
  console.log(`Started ${store.kind} with scratch storage at ${store.url}`);
  await startServices(store);
  return { store: store.url, settings: { timeInterval: '1s' } };
}

async function startServices(store: Store | undefined): Promise<void> {
  console.log(`Starting ${INCOME_REPLICAS} replicas of the income service, and the bike sharing service …`);
  const targets: string[] = [];
  const started = async (start: (options: ReplicaOptions) => Promise<Replica>): Promise<string> => {
    const metricsPort = await getPort({ host: '127.0.0.1', port: METRICS_PORT + targets.length });
    targets.push(`127.0.0.1:${metricsPort}`);
    const replica = await start({ exporter: 'prometheus', metricsPort });
    running.push(replica.stop);
    return replica.url;
  };
  const income: string[] = [];
  for (let i = 0; i < INCOME_REPLICAS; i++) income.push(await started(startIncomeReplica));
  const demand = await started(startDemandReplica);
  if (store === undefined) console.log(`Let your Prometheus scrape ${targets.join(', ')}.`);
  else await store.setScrapeTargets(targets);
  const incomeTraffic = startIncomeTraffic(income, (next) => {
    phase = next.phase;
  });
  running.push(incomeTraffic.stop, startDemandTraffic([demand]).stop);
}

try {
  await main();
} catch (error) {
  if (!ending) {
    console.error(`driftline: ${error instanceof Error ? error.message : String(error)}`);
    await end(1);
  }
}
