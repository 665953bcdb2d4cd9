import { binIndex } from '@driftline/shared';
import { roundingOf, type NumberArray } from '../values/number-array.ts';

/** Center, sums and extremes, counted from the end of the block. */
const [CENTER, SUM, ABOVE, BELOW, SQUARED, MINIMUM, MAXIMUM] = [7, 6, 5, 4, 3, 2, 1];
const SLOTS = 7;

const SCRATCH = new Float64Array(1);

/** Smallest and largest of some values. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/**
 * Counts, sums and extremes of a stream of finite numbers against fixed edges. Adding allocates nothing: every number
 * that changes stands in one typed array, because a field that holds a fraction may be boxed at each change.
 */
export class HistogramAccumulation {
  /** Upper edges of the bins, each inclusive. */
  readonly edges: readonly number[];
  /** One count per bin, then the slots. */
  readonly #block: Float64Array;

  /**
   * @param edges - strictly ascending; there is one bin more
   * @param center - what deviations are measured from
   */
  constructor(edges: readonly number[], center: number) {
    this.edges = edges;
    this.#block = new Float64Array(edges.length + 1 + SLOTS);
    this.#set(CENTER, center);
    this.#set(MINIMUM, Infinity);
    this.#set(MAXIMUM, -Infinity);
  }

  /**
   * @param value - finite
   * @param edges - those of {@link edgesFor} the column that the value comes from
   */
  add(value: number, edges = this.edges): void {
    SCRATCH[0] = value;
    this.addFrom(SCRATCH, 0, edges);
  }

  /**
   * Adds one value of an array, which has to be finite. A number that is passed from function to function may be boxed;
   * one that is read where it is used is not.
   *
   * @param edges - those of {@link edgesFor} the array
   */
  addFrom(column: NumberArray, row: number, edges = this.edges): void {
    const value = column[row] as number;
    const block = this.#block;
    const end = block.length;
    const bin = binIndex(edges, value);
    block[bin] = (block[bin] as number) + 1;
    if (value < (block[end - MINIMUM] as number)) block[end - MINIMUM] = value;
    if (value > (block[end - MAXIMUM] as number)) block[end - MAXIMUM] = value;
    // A sum that overflowed would make receivers refuse the whole export: it stays at its last finite value.
    const sum = (block[end - SUM] as number) + value;
    if (sum - sum === 0) block[end - SUM] = sum;
    const deviation = value - (block[end - CENTER] as number);
    const squared = (block[end - SQUARED] as number) + deviation * deviation;
    if (squared - squared !== 0) return;
    block[end - SQUARED] = squared;
    if (deviation > 0) block[end - ABOVE] = (block[end - ABOVE] as number) + deviation;
    else block[end - BELOW] = (block[end - BELOW] as number) - deviation;
  }

  /**
   * The edges that values of a column are compared with: rounded for a `Float32Array` or a `Float16Array`. Rounding keeps
   * the order, so a value at an edge or below it stays there once both are rounded: 0.1 is 0.10000000149 in 32 bits, and so
   * is its edge.
   */
  edgesFor(column: unknown): readonly number[] {
    const round = roundingOf(column);
    return round === undefined ? this.edges : this.edges.map(round);
  }

  /** Sum of all values. */
  get sum(): number {
    return this.#at(SUM);
  }

  /** Sum of deviations of the values above the center. */
  get above(): number {
    return this.#at(ABOVE);
  }

  /** Sum of deviations of the values below the center, as a positive number. */
  get below(): number {
    return this.#at(BELOW);
  }

  /** Sum of squared deviations from the center. */
  get squared(): number {
    return this.#at(SQUARED);
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.#block[bin] as number;
  }

  /** Values seen per bin; a copy. */
  counts(): number[] {
    return Array.from(this.#block.subarray(0, -SLOTS));
  }

  /** Smallest and largest value since the last call; undefined when there was none. */
  takeExtremes(): Extremes | undefined {
    const taken = { min: this.#at(MINIMUM), max: this.#at(MAXIMUM) };
    if (taken.min === Infinity) return undefined;
    this.#set(MINIMUM, Infinity);
    this.#set(MAXIMUM, -Infinity);
    return taken;
  }

  #at(slot: number): number {
    return this.#block[this.#block.length - slot] as number;
  }

  #set(slot: number, value: number): void {
    this.#block[this.#block.length - slot] = value;
  }
}
