import { LabelMatcher, OTHER, type LabelMode } from '@driftline/shared';

/** How labels are matched and bounded. */
interface BoundedLabelsOptions {
  /** Values that keep a label of their own, the first ones; default: all. */
  readonly limit?: number;
  readonly mode?: LabelMode | undefined;
  /** Texts that mean a missing value. */
  readonly missing?: readonly string[] | undefined;
  /** Labels after the known values that no value matches. */
  readonly further?: readonly string[];
}

/** A fixed list of label values in which everything else becomes `other`, so that labels stay bounded. */
export class BoundedLabels {
  /** The values that keep a label, then further ones, then `other`. */
  readonly labels: readonly string[];
  readonly #matcher: LabelMatcher;
  /** Position among the labels of each known value. */
  readonly #positions: readonly number[];
  readonly #other: number;

  constructor(known: readonly string[], { limit = Infinity, further = [], ...matching }: BoundedLabelsOptions = {}) {
    const own = known.slice(0, limit);
    this.labels = [...own, ...further, ...(own.includes(OTHER) ? [] : [OTHER])];
    this.#other = this.labels.indexOf(OTHER);
    this.#positions = known.map((_, i) => (i < own.length ? i : this.#other));
    this.#matcher = new LabelMatcher(known, matching);
  }

  /** Position of any value's label among the labels. */
  indexOf(value: unknown): number {
    return this.labelAt(this.knownIndexOf(value));
  }

  /** Position of a value among all known ones, those without a label of their own too; negative as in `NO_MATCH`. */
  knownIndexOf(value: unknown): number {
    return this.#matcher.indexOf(value);
  }

  /** Position of the label of a known value; that of `other` for a negative one. */
  labelAt(knownIndex: number): number {
    return knownIndex < 0 ? this.#other : (this.#positions[knownIndex] as number);
  }
}
