import { binIndex } from '@driftline/shared';
import { roundingOf, type NumberArray } from '../values/number-array.ts';
import { CountMemory, forgetExtremes } from './count-memory.ts';

/** Sums, absurd values and extremes, counted from the end of the counts. */
const [SUM, ABOVE, BELOW, SQUARED, ABSURD, MINIMUM, MAXIMUM] = [7, 6, 5, 4, 3, 2, 1];
const SLOTS = 7;

/** Standard deviations beyond which a value is absurd: one of 1.7e18 would take every digit of a sum for ever. */
const ABSURD_DEVIATIONS = 1e6;

const SCRATCH = new Float64Array(1);

/** Smallest and largest of some values. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/** What values are compared with. */
export interface Center {
  /** What deviations are measured from. */
  readonly mean: number;
  /** Zero where the training data says nothing of a scale. */
  readonly standardDeviation: number;
}

/**
 * Counts, sums and extremes of a stream of finite numbers against fixed edges. Adding allocates nothing: every number
 * that changes stands in one typed array, because a field that holds a fraction may be boxed at each change.
 *
 * A value further than 10⁶ standard deviations from the mean is counted in its bin, and enters the sums as if it lay
 * there. Where the reference has no deviation, one further than 10⁶ times the mean (or 1) is left out of the sums.
 */
export class HistogramAccumulation {
  /** Upper edges of the bins, each inclusive. */
  readonly edges: readonly number[];
  readonly #mean: number;
  /** Distance from the mean beyond which a value is absurd. */
  readonly reach: number;
  readonly #hasScale: boolean;
  /** One count per bin, then the slots. */
  readonly #counts: Float64Array;

  /** @param edges - strictly ascending; there is one bin more */
  constructor(edges: readonly number[], { mean, standardDeviation }: Center, memory = new CountMemory()) {
    this.edges = edges;
    this.#mean = mean;
    this.#hasScale = standardDeviation > 0;
    this.reach = ABSURD_DEVIATIONS * (this.#hasScale ? standardDeviation : Math.max(Math.abs(mean), 1));
    this.#counts = memory.takeWithExtremes(edges.length + 1 + SLOTS);
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
    let value = column[row] as number;
    const counts = this.#counts;
    const end = counts.length;
    const bin = binIndex(edges, value);
    counts[bin] = (counts[bin] as number) + 1;
    if (value < (counts[end - MINIMUM] as number)) counts[end - MINIMUM] = value;
    if (value > (counts[end - MAXIMUM] as number)) counts[end - MAXIMUM] = value;
    let deviation = value - this.#mean;
    const reach = this.reach;
    if (deviation > reach || deviation < -reach) {
      counts[end - ABSURD] = (counts[end - ABSURD] as number) + 1;
      if (!this.#hasScale) return;
      deviation = deviation > 0 ? reach : -reach;
      value = this.#mean + deviation;
    }
    // A sum that overflowed would make receivers refuse the whole export: it stays at its last finite value.
    const sum = (counts[end - SUM] as number) + value;
    if (sum - sum === 0) counts[end - SUM] = sum;
    const squared = (counts[end - SQUARED] as number) + deviation * deviation;
    if (squared - squared !== 0) return;
    counts[end - SQUARED] = squared;
    if (deviation > 0) counts[end - ABOVE] = (counts[end - ABOVE] as number) + deviation;
    else counts[end - BELOW] = (counts[end - BELOW] as number) - deviation;
  }

  /** The part of a deviation from the mean that enters the sums. */
  counted(deviation: number): number {
    if (Math.abs(deviation) <= this.reach) return deviation;
    return this.#hasScale ? Math.sign(deviation) * this.reach : 0;
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

  /** Sum of deviations of the values above the mean. */
  get above(): number {
    return this.#at(ABOVE);
  }

  /** Sum of deviations of the values below the mean, as a positive number. */
  get below(): number {
    return this.#at(BELOW);
  }

  /** Sum of squared deviations from the mean. */
  get squared(): number {
    return this.#at(SQUARED);
  }

  /** Values that are too far away to enter the sums as they are. */
  get absurd(): number {
    return this.#at(ABSURD);
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.#counts[bin] as number;
  }

  /** Values seen per bin; a copy. */
  counts(): number[] {
    return Array.from(this.#counts.subarray(0, -SLOTS));
  }

  /** Smallest and largest value since the last call; undefined when there was none. */
  takeExtremes(): Extremes | undefined {
    const taken = { min: this.#at(MINIMUM), max: this.#at(MAXIMUM) };
    if (taken.min === Infinity) return undefined;
    this.forgetExtremes();
    return taken;
  }

  /** Extremes are those of later values. */
  forgetExtremes(): void {
    forgetExtremes(this.#counts, this.#counts.length - MINIMUM);
  }

  #at(slot: number): number {
    return this.#counts[this.#counts.length - slot] as number;
  }
}
