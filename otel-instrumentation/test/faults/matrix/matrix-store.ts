import { startStore, type Store, type StoreKind } from '@driftline/local-store';
import { counterSeries, labelOf, ATTRIBUTES, METRICS } from '@driftline/shared';
import type { Route } from './losses.ts';
import { storedCounts, type StoredCounts } from './stored-counts.ts';

/** How each store is reached. */
export const ROUTE_OF = {
  prometheus: 'scrape',
  'victoria-metrics': 'push',
  'official-prometheus': 'push',
} as const satisfies Record<StoreKind, Route>;

/** A store that many processes report to at once. */
export class MatrixStore {
  readonly kind: StoreKind;
  readonly #store: Store;
  readonly #targets = new Set<string>();
  #written: Promise<void> = Promise.resolve();

  private constructor(kind: StoreKind, store: Store) {
    this.kind = kind;
    this.#store = store;
  }

  static async start(kind: StoreKind): Promise<MatrixStore> {
    return new MatrixStore(kind, await startStore({ kind }));
  }

  get url(): string {
    return this.#store.url;
  }

  get otlpUrl(): URL {
    return new URL(this.#store.otlpUrl ?? '');
  }

  /** Scrapes further endpoints. */
  async scrape(endpoints: readonly string[]): Promise<void> {
    for (const endpoint of endpoints) this.#targets.add(new URL(endpoint).host);
    await this.#writeTargets();
  }

  async stopScraping(endpoints: readonly string[]): Promise<void> {
    for (const endpoint of endpoints) this.#targets.delete(new URL(endpoint).host);
    await this.#writeTargets();
  }

  /** One after the other: they write one file. */
  #writeTargets(): Promise<void> {
    this.#written = this.#written.then(() => this.#store.setScrapeTargets([...this.#targets]));
    return this.#written;
  }

  /** Predictions of a model, and values of its feature. */
  async countsOf(model: string): Promise<readonly StoredCounts[]> {
    const name = `${labelOf(ATTRIBUTES.modelName)}="${model}"`;
    const feature = `${labelOf(ATTRIBUTES.featureName)}="age"`;
    const selectors = [
      `${counterSeries(METRICS.predictions)}{${name}}`,
      `${counterSeries(METRICS.featureObservations)}{${name}, ${feature}}`,
    ];
    // What VictoriaMetrics takes can be asked for a second later.
    if (this.kind === 'victoria-metrics') await fetch(`${this.url}/internal/force_flush`);
    return Promise.all(selectors.map((selector) => storedCounts(this.url, selector, this.kind !== 'victoria-metrics')));
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}
