import type { Labels, Series } from '@driftline/shared';
import { MODEL, VERSION } from './scope.ts';

/** A model in a store. */
export interface Model {
  readonly name: string;
  readonly version: string;
}

const keyOf = ({ name, version }: Model): string => JSON.stringify([name, version]);

/** Values of a query, by the model that their labels name. */
export class Answer {
  readonly series: readonly Series[];
  readonly #byModel: ReadonlyMap<string, readonly Series[]>;

  constructor(series: readonly Series[]) {
    this.series = series;
    this.#byModel = Map.groupBy(series, ({ labels }) =>
      keyOf({ name: labels[MODEL] ?? '', version: labels[VERSION] ?? '' }),
    );
  }

  /** Every model that has a value, by name and version. */
  get models(): Model[] {
    return [...this.#byModel.keys()].sort().map((key) => {
      const [name = '', version = ''] = JSON.parse(key) as string[];
      return { name, version };
    });
  }

  /** The series of one model. */
  of(model: Model): readonly Series[] {
    return this.#byModel.get(keyOf(model)) ?? [];
  }

  /** The value of one model, where a query has one for each. */
  valueOf(model: Model): number | undefined {
    return this.of(model)[0]?.values[0];
  }

  /**
   * The values of one model by a label.
   *
   * @param where - only series with these labels
   */
  by(label: string, model: Model, where: Labels = {}): Map<string, number> {
    const matching = this.of(model).filter(({ labels }) =>
      Object.entries(where).every(([name, value]) => labels[name] === value),
    );
    return new Map(matching.map(({ labels, values }) => [labels[label] ?? '', values[0] ?? NaN]));
  }
}

/** Asks a store; a query that is asked again is answered from memory. */
export type Ask = (promql: string) => Promise<Answer>;
