import { OTHER } from '@driftline/shared';

/** A fixed list of label values in which everything unknown becomes `other`, so that labels stay bounded. */
export class BoundedValues {
  /** The known values, then `other`. */
  readonly labels: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;

  constructor(known: readonly string[]) {
    this.labels = known.includes(OTHER) ? known : [...known, OTHER];
    this.#indexes = new Map(this.labels.map((label, i) => [label, i]));
  }

  /** Position of any value's text among the labels. */
  indexOf(value: unknown): number {
    const text = typeof value === 'string' ? value : textOf(value);
    return this.#indexes.get(text) ?? (this.#indexes.get(OTHER) as number);
  }
}

function textOf(value: unknown): string {
  // Objects stay `other`: asking one for its text could run anything.
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : OTHER;
}
