import { OTHER } from '@driftline/shared';

/** Which of some known values keep a label of their own. */
export interface LabelBounds {
  /** Values that keep one, the first ones; default: all. */
  readonly limit?: number;
  /** A value that keeps its label although it is not among the first. */
  readonly keep?: string | undefined;
  /** Labels after those of the known values, which no known value has. */
  readonly further?: readonly string[];
}

/** The labels of known values: their own, and `other` for the rest and for what is not known. */
export class LabelPositions {
  /** The values that keep a label, then further ones, then `other`. */
  readonly labels: readonly string[];
  /** Position among the labels of each known value. */
  readonly #positions: readonly number[];
  readonly #other: number;

  constructor(known: readonly string[], { limit = Infinity, keep, further = [] }: LabelBounds = {}) {
    const first = known.slice(0, limit);
    const own = keep === undefined || first.includes(keep) || !known.includes(keep) ? first : [...first.slice(1), keep];
    this.labels = [...own, ...further, ...(own.includes(OTHER) ? [] : [OTHER])];
    this.#other = this.labels.indexOf(OTHER);
    const positions = new Map(own.map((label, i) => [label, i]));
    this.#positions = known.map((value) => positions.get(value) ?? this.#other);
  }

  /** Position of the label of a known value; that of `other` for a negative one. */
  labelAt(knownIndex: number): number {
    return knownIndex < 0 ? this.#other : (this.#positions[knownIndex] as number);
  }
}
