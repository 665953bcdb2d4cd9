import { OTHER } from '@driftline/shared';

/** A fixed list of label values in which everything unknown becomes `other`, so that labels stay bounded. */
export class BoundedLabels {
  /** The known values, then `other`. */
  readonly labels: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;

  constructor(known: readonly string[]) {
    this.labels = known.includes(OTHER) ? known : [...known, OTHER];
    this.#indexes = new Map(this.labels.map((label, i) => [label, i]));
  }

  /** Position of any value's text among the labels. */
  indexOf(value: unknown): number {
    return this.#indexes.get(textOf(value)) ?? (this.#indexes.get(OTHER) as number);
  }
}

/** Text of a value as it stands in a training file; `other` for what has none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  // Objects stay `other`: asking one for its text could run anything.
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : OTHER;
}
