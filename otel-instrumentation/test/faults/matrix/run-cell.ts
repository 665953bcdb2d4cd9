import { query } from '@driftline/local-store';
import { waitUntil } from '@driftline/local-store/testing';
import { ATTRIBUTES, gaugeSeries, labelOf, METRICS } from '@driftline/shared';
import getPort from 'get-port';
import { gateTo, type Gate } from '../gate.ts';
import type { Cell } from './cells.ts';
import { MatrixProcess } from './matrix-process.ts';
import { ROUTE_OF, type MatrixStore } from './matrix-store.ts';
import type { Export, Settings } from './messages.ts';
import type { StoredCounts } from './stored-counts.ts';

const INTERVAL_MS = 1000;
const REPLICAS = 3;
const THREADS = 3;

/** Rows of each recorder: those that the store has before the end begins, and those right before the end. */
const EARLY_ROWS = 40;
const LATE_ROWS = 7;

/** Recorders of each process model that record early, and those that are still there at the end. */
const RECORDERS = {
  process: [1, 1],
  replicas: [REPLICAS, REPLICAS],
  cluster: [3, 3],
  threads: [1 + THREADS, THREADS],
  batch: [1, 0],
} as const;

/** What one cell recorded, and what the store holds of it. */
export interface Measured {
  readonly cell: Cell;
  readonly recorded: number;
  /** What the store had before the end began. */
  readonly early: number;
  /** Of predictions, and of a feature. */
  readonly stored: readonly StoredCounts[];
  /** Milliseconds that the end took; of a batch job that ends by itself, with its start. */
  readonly endedAfterMs: number;
}

/** Runs the processes of a cell to their end, and reads what the store then holds. */
export async function runCell(cell: Cell, store: MatrixStore): Promise<Measured> {
  const run = new CellRun(cell, store);
  try {
    return await (cell.model === 'batch' ? run.batch() : run.service());
  } finally {
    run.close();
  }
}

class CellRun {
  readonly #cell: Cell;
  readonly #store: MatrixStore;
  readonly #name: string;
  readonly #isPushed: boolean;
  readonly #recorded: number;
  readonly #early: number;
  #gate: Gate | undefined;
  #processes: readonly MatrixProcess[] = [];
  #endpoints: readonly string[] = [];

  constructor(cell: Cell, store: MatrixStore) {
    this.#cell = cell;
    this.#store = store;
    this.#name = `${cell.model} ${cell.end}`;
    this.#isPushed = ROUTE_OF[store.kind] === 'push';
    const [early, late] = RECORDERS[cell.model];
    this.#early = early * EARLY_ROWS;
    this.#recorded = this.#early + late * LATE_ROWS;
  }

  async service(): Promise<Measured> {
    await this.#start();
    // What is recorded before the first scrape is lost, so a service waits for it here.
    if (!this.#isPushed) await this.#untilScraped();
    if (!this.#isPushed) await this.#all((process) => process.obey({ kind: 'record', rows: EARLY_ROWS }));
    if (this.#cell.model === 'threads') await this.#all((process) => process.obey({ kind: 'terminate-thread' }));
    await this.#untilStored(this.#early);
    if (this.#cell.end === 'unreachable') await this.#cut();
    const began = performance.now();
    await this.#all((process) => this.#end(process));
    return this.#measured(this.#early, performance.now() - began);
  }

  async batch(): Promise<Measured> {
    const port = await getPort({ host: '127.0.0.1' });
    if (!this.#isPushed) {
      // Even a store that knows the job beforehand scrapes it once at most.
      this.#endpoints = [`http://127.0.0.1:${port}/metrics`];
      await this.#store.scrape(this.#endpoints);
    }
    if (this.#cell.end === 'unreachable') await this.#cut();
    const settings = await this.#settings(port);
    let began = performance.now();
    const job = new MatrixProcess('child-batch.ts', settings);
    this.#processes = [job];
    if (settings.batchEnd === 'waits') {
      await job.ready();
      began = performance.now();
      job.signalAll('SIGTERM');
    }
    await job.ended();
    return this.#measured(0, performance.now() - began);
  }

  close(): void {
    for (const process of this.#processes) process.signalAll('SIGKILL');
    this.#gate?.close();
  }

  async #start(): Promise<void> {
    const program = this.#cell.model === 'cluster' ? 'child-cluster.ts' : 'child-service.ts';
    const processes = this.#cell.model === 'replicas' ? REPLICAS : 1;
    const settings = await this.#settings(0);
    this.#processes = Array.from({ length: processes }, () => new MatrixProcess(program, settings));
    this.#endpoints = (await this.#all((process) => process.ready())).flat();
  }

  async #settings(port: number): Promise<Settings> {
    const { model, end } = this.#cell;
    return {
      name: this.#name,
      export: this.#isPushed ? await this.#push() : { exporter: 'prometheus', port },
      rowsAtOnce: this.#isPushed || model === 'batch' ? EARLY_ROWS : 0,
      threads: model === 'threads' ? THREADS : 0,
      drains: end === 'drained' || end === 'two-signals',
      atSignal: end === 'own-export' ? 'own-handler' : end === 'no-export' ? 'nobody' : 'driftline',
      batchEnd: end === 'exit' || end === 'kill' || end === 'done' ? end : 'waits',
    };
  }

  async #push(): Promise<Export> {
    if (this.#cell.end === 'unreachable') this.#gate ??= await gateTo(this.#store.otlpUrl);
    const url = this.#gate?.url ?? this.#store.otlpUrl.href;
    return { exporter: 'otlp-protobuf', url, intervalMs: INTERVAL_MS };
  }

  async #untilScraped(): Promise<void> {
    await this.#store.scrape(this.#endpoints);
    await this.#untilReporting(this.#endpoints.length);
  }

  /** Waits until so many endpoints of this cell report. */
  async #untilReporting(endpoints: number): Promise<void> {
    const reporting = `count(${gaugeSeries(METRICS.referenceRows)}{${labelOf(ATTRIBUTES.modelName)}="${this.#name}"})`;
    await waitUntil(
      `${endpoints} scraped endpoints of ${this.#name}`,
      async () => (await query(this.#store.url, reporting))[0]?.value ?? 0,
      (found) => found === endpoints,
    );
  }

  /** Puts the store out of reach. */
  async #cut(): Promise<void> {
    if (this.#isPushed) {
      this.#gate ??= await gateTo(this.#store.otlpUrl);
      this.#gate.become('cut');
      return;
    }
    await this.#store.stopScraping(this.#endpoints);
    await this.#untilReporting(0);
  }

  async #end(process: MatrixProcess): Promise<void> {
    const { end } = this.#cell;
    if (end === 'drained' || end === 'two-signals') await process.drain();
    if (end === 'two-signals') await process.drain();
    await process.obey({ kind: 'record', rows: LATE_ROWS });
    switch (end) {
      case 'runs-on':
        return;
      case 'exit':
        process.end('exit');
        break;
      case 'signal':
      case 'own-export':
      case 'no-export':
      case 'unreachable':
        process.signalAll('SIGTERM');
        break;
      case 'kill':
        process.signalAll('SIGKILL');
        break;
      default:
        process.end('end');
    }
    await process.ended();
  }

  async #measured(early: number, endedAfterMs: number): Promise<Measured> {
    if (this.#cell.loss === 'nothing') await this.#untilStored(this.#recorded).catch(() => undefined);
    const stored = await this.#store.countsOf(this.#name);
    return { cell: this.#cell, recorded: this.#recorded, early, stored, endedAfterMs };
  }

  async #untilStored(rows: number): Promise<void> {
    await waitUntil(
      `${rows} rows of ${this.#name}`,
      async () => (await this.#store.countsOf(this.#name)).map(({ counted }) => counted),
      (counts) => counts.every((count) => count === rows),
      20,
    );
  }

  #all<T>(action: (process: MatrixProcess) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#processes.map(action));
  }
}
