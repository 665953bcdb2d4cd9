import { binIndex } from '@driftline/shared';
import { roundingOf, type NumberArray } from '../values/number-array.ts';
import { CountMemory, forgetExtremes, type Place } from './count-memory.ts';

/** Sums, absurd values and extremes, which follow the counts of the bins. */
const [SUM, ABOVE, BELOW, SQUARED, ABSURD, MINIMUM, MAXIMUM] = [0, 1, 2, 3, 4, 5, 6];
const SLOTS = 7;

/** What the edges follow. */
const [MEAN, REACH] = [0, 1];
const CONSTANTS = 2;

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
  readonly #bins: number;
  readonly #counts: Float64Array;
  /** Positions of the first bin and of the first slot. */
  readonly #first: number;
  readonly #slots: number;
  readonly #constants: Float64Array;
  readonly #constantsAt: number;
  readonly #hasScale: boolean;

  /** @param edges - strictly ascending; there is one bin more */
  constructor(edges: readonly number[], { mean, standardDeviation }: Center, memory = new CountMemory()) {
    this.edges = edges;
    this.#bins = edges.length + 1;
    this.#hasScale = standardDeviation > 0;
    const reach = ABSURD_DEVIATIONS * (this.#hasScale ? standardDeviation : Math.max(Math.abs(mean), 1));
    const counts = memory.placeWithExtremes(this.#bins + SLOTS);
    this.#counts = counts.numbers;
    this.#first = counts.at;
    this.#slots = counts.at + this.#bins;
    const constants = memory.keep([mean, reach, ...edges]);
    this.#constants = constants.numbers;
    this.#constantsAt = constants.at;
  }

  /** Distance from the mean beyond which a value is absurd. */
  get reach(): number {
    return this.#constants[this.#constantsAt + REACH] as number;
  }

  /**
   * @param value - finite
   * @param edges - those of {@link edgesFor} the column that the value comes from
   */
  add(value: number, edges?: Place): void {
    SCRATCH[0] = value;
    if (edges === undefined) this.addFrom(SCRATCH, 0);
    else this.addFrom(SCRATCH, 0, edges.numbers, edges.at);
  }

  /**
   * Adds one value of an array, which has to be finite. A number that is passed from function to function may be boxed;
   * one that is read where it is used is not.
   *
   * @param edges - those of {@link edgesFor} the array, the first one at `from`
   */
  addFrom(column: NumberArray, row: number, edges = this.#constants, from = this.#constantsAt + CONSTANTS): void {
    let value = column[row] as number;
    const counts = this.#counts;
    const slots = this.#slots;
    const bin = this.#first + binIndex(edges, value, this.#bins - 1, from);
    counts[bin] = (counts[bin] as number) + 1;
    if (value < (counts[slots + MINIMUM] as number)) counts[slots + MINIMUM] = value;
    if (value > (counts[slots + MAXIMUM] as number)) counts[slots + MAXIMUM] = value;
    const mean = this.#constants[this.#constantsAt + MEAN] as number;
    const reach = this.#constants[this.#constantsAt + REACH] as number;
    let deviation = value - mean;
    if (deviation > reach || deviation < -reach) {
      counts[slots + ABSURD] = (counts[slots + ABSURD] as number) + 1;
      if (!this.#hasScale) return;
      deviation = deviation > 0 ? reach : -reach;
      value = mean + deviation;
    }
    // A sum that overflowed would make receivers refuse the whole export: it stays at its last finite value.
    const sum = (counts[slots + SUM] as number) + value;
    if (sum - sum === 0) counts[slots + SUM] = sum;
    const squared = (counts[slots + SQUARED] as number) + deviation * deviation;
    if (squared - squared !== 0) return;
    counts[slots + SQUARED] = squared;
    if (deviation > 0) counts[slots + ABOVE] = (counts[slots + ABOVE] as number) + deviation;
    else counts[slots + BELOW] = (counts[slots + BELOW] as number) - deviation;
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
  edgesFor(column: unknown): Place {
    const round = roundingOf(column);
    if (round === undefined) return { numbers: this.#constants, at: this.#constantsAt + CONSTANTS };
    return { numbers: Float64Array.from(this.edges, round), at: 0 };
  }

  /** Sum of all values. */
  get sum(): number {
    return this.#slot(SUM);
  }

  /** Sum of deviations of the values above the mean. */
  get above(): number {
    return this.#slot(ABOVE);
  }

  /** Sum of deviations of the values below the mean, as a positive number. */
  get below(): number {
    return this.#slot(BELOW);
  }

  /** Sum of squared deviations from the mean. */
  get squared(): number {
    return this.#slot(SQUARED);
  }

  /** Values that are too far away to enter the sums as they are. */
  get absurd(): number {
    return this.#slot(ABSURD);
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.#counts[this.#first + bin] as number;
  }

  /** Values seen per bin; a copy. */
  counts(): number[] {
    return Array.from(this.#counts.subarray(this.#first, this.#slots));
  }

  /** Smallest and largest value since the last call; undefined when there was none. */
  takeExtremes(): Extremes | undefined {
    const taken = { min: this.#slot(MINIMUM), max: this.#slot(MAXIMUM) };
    if (taken.min === Infinity) return undefined;
    this.forgetExtremes();
    return taken;
  }

  /** Extremes are those of later values. */
  forgetExtremes(): void {
    forgetExtremes(this.#counts, this.#slots + MINIMUM);
  }

  #slot(slot: number): number {
    return this.#counts[this.#slots + slot] as number;
  }
}
