import { binIndex } from '@driftline/shared';

/** Counts, sums and extremes of a stream of finite numbers against fixed edges. Adding allocates nothing. */
export class BinnedValues {
  /** Upper edges of the bins, each inclusive. */
  readonly edges: readonly number[];
  /** Sum of all values. */
  sum = 0;
  /** Sums of what values lie above and below the centre, both positive, and of the squares of either. */
  above = 0;
  below = 0;
  squared = 0;
  /** Extremes since {@link takeExtremes} was last called. */
  #minimum = Infinity;
  #maximum = -Infinity;
  /** Extremes before that. */
  #earlierMinimum = Infinity;
  #earlierMaximum = -Infinity;
  readonly #centre: number;
  /** Edges, then one count per bin: one block instead of two halves the memory of a feature. */
  readonly #block: Float64Array;

  /**
   * @param edges - strictly ascending; there is one bin more
   * @param centre - what deviations are measured from
   */
  constructor(edges: readonly number[], centre: number) {
    this.edges = edges;
    this.#centre = centre;
    this.#block = new Float64Array(2 * edges.length + 1);
    this.#block.set(edges);
  }

  /** @param value - finite */
  add(value: number): void {
    const block = this.#block;
    const edges = (block.length - 1) >> 1;
    const slot = edges + binIndex(block, value, edges);
    block[slot] = (block[slot] as number) + 1;
    if (value < this.#minimum) this.#minimum = value;
    if (value > this.#maximum) this.#maximum = value;
    // A sum that overflowed would make receivers refuse the whole export: it stays at its last finite value.
    const sum = this.sum + value;
    if (sum - sum === 0) this.sum = sum;
    const deviation = value - this.#centre;
    const squared = this.squared + deviation * deviation;
    if (squared - squared !== 0) return;
    this.squared = squared;
    if (deviation > 0) this.above += deviation;
    else this.below -= deviation;
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.#block[this.edges.length + bin] as number;
  }

  /** Values seen per bin; a copy. */
  counts(): number[] {
    return Array.from(this.#block.subarray(this.edges.length));
  }

  /** Smallest and largest value ever; undefined when there was none. */
  extremes(): { readonly min: number; readonly max: number } | undefined {
    const min = Math.min(this.#minimum, this.#earlierMinimum);
    return min === Infinity ? undefined : { min, max: Math.max(this.#maximum, this.#earlierMaximum) };
  }

  /** Smallest and largest value since the last call; undefined when there was none. */
  takeExtremes(): { readonly min: number; readonly max: number } | undefined {
    const min = this.#minimum;
    const max = this.#maximum;
    if (min === Infinity) return undefined;
    this.#earlierMinimum = Math.min(this.#earlierMinimum, min);
    this.#earlierMaximum = Math.max(this.#earlierMaximum, max);
    this.#minimum = Infinity;
    this.#maximum = -Infinity;
    return { min, max };
  }
}
