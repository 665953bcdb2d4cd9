import { withMatchers } from '../promql/enforced-matchers.ts';
import type { SeriesList } from '../query/answers.ts';
import type { Matcher } from '../query/selector.ts';
import type { StoreFailure } from './store-failure.ts';
import type { TimeGrid } from './time-grid.ts';

/** One question to the HTTP API of the store. Times are in seconds since 1970. */
export type Ask =
  | { readonly kind: 'instant'; readonly promql: string; readonly time: number }
  | ({ readonly kind: 'range'; readonly promql: string } & TimeGrid)
  /** Values of a label over the series that match a selector. */
  | {
      readonly kind: 'labels';
      readonly label: string;
      readonly selector: string;
      readonly start: number;
      readonly end: number;
    };

/** What the host brings back of one ask. */
export type Answer =
  | { readonly times: readonly number[]; readonly series: SeriesList }
  | { readonly names: readonly string[] }
  | { readonly failure: StoreFailure };

/** Questions to the store, each only once, all with the matchers that the data source's settings enforce. */
export class AskList {
  readonly asks: Ask[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #filters: readonly Matcher[];

  constructor(filters: readonly Matcher[]) {
    this.#filters = filters;
  }

  /**
   * Index of an ask, which is new or stands in the list already.
   *
   * @param filters - matchers beside those of the settings
   */
  add(ask: Ask, filters: readonly Matcher[] = []): number {
    const all = [...this.#filters, ...filters];
    const enforced: Ask =
      ask.kind === 'labels'
        ? { ...ask, selector: withMatchers(ask.selector, all) }
        : { ...ask, promql: withMatchers(ask.promql, all) };
    const key = JSON.stringify(enforced);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.asks.length);
    return this.asks.push(enforced) - 1;
  }

  /** The PromQL of an ask as the store gets it; empty for one of names. */
  promqlOf(index: number): string {
    const ask = this.asks[index];
    return ask === undefined || ask.kind === 'labels' ? '' : ask.promql;
  }
}
