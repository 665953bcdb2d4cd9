import { ATTRIBUTES, labelOf, secondsOf } from '@driftline/shared';

/** Labels of a model, by which every answer is grouped. */
export const MODEL = labelOf(ATTRIBUTES.modelName);
export const VERSION = labelOf(ATTRIBUTES.modelVersion);

/** Which series the doctor looks at. */
export class Scope {
  /** Time window, as a PromQL duration. */
  readonly window: string;
  readonly seconds: number;
  readonly #model: string | undefined;

  /** @param model - look at this model only */
  constructor(window: string, model?: string) {
    this.window = window;
    this.seconds = secondsOf(window);
    this.#model = model;
  }

  /** A part of the window, or a multiple of it, as a PromQL duration. */
  times(factor: number): string {
    return `${Math.max(Math.round(this.seconds * factor), 1)}s`;
  }

  /**
   * Selects the series of a name.
   *
   * @param pattern - a regular expression over names
   * @param matchers - further ones, such as `le="1"`
   */
  select(pattern: string, ...matchers: readonly string[]): string {
    const name = /^\w+$/.test(pattern) ? [] : [`__name__=~"${pattern}"`];
    // PromQL reads the escapes of JSON.
    const model = this.#model === undefined ? [] : [`${MODEL}=${JSON.stringify(this.#model)}`];
    return `${name.length === 0 ? pattern : ''}{${[...name, ...model, ...matchers].join(',')}}`;
  }

  /** Increase of counters over the window, by model and further labels. */
  increase(pattern: string, by: readonly string[] = [], ...matchers: readonly string[]): string {
    return perModel('sum', `increase(${this.select(pattern, ...matchers)}[${this.window}])`, by);
  }
}

/** An aggregation by model and further labels. */
export function perModel(
  aggregation: 'sum' | 'max' | 'min' | 'count',
  promql: string,
  by: readonly string[] = [],
): string {
  return `${aggregation} by (${[MODEL, VERSION, ...by].join(', ')}) (${promql})`;
}
