import { binIndex, binLabels, type ScoreReference } from '@driftline/shared';
import type { CountMemory } from './count-memory.ts';

/** Counts of one bin. */
const [OUTCOMES, ABOVE, BELOW, SQUARED, PER_BIN] = [0, 1, 2, 3, 4];

/** Sums over all outcomes, counted from the end of the counts. */
const [ACTUAL_ABOVE, ACTUAL_BELOW, ACTUAL_SQUARED, RELATIVE, ZEROS, SUMS] = [5, 4, 3, 2, 1, 5];

/** What an error as part of the actual value is clipped to, as the errors themselves are at so many standard deviations. */
const LARGEST_RELATIVE = 1e6;

/**
 * Residuals of a regression by bin of the prediction, and sums over its actual values. These are sums of deviations from the
 * mean of the training data: those of replicas add up, and sums of plain squares would cancel. Recording allocates nothing.
 */
export class RegressionOutcomes {
  /** Labels of the bins of the prediction, from low to high. */
  readonly bins: readonly string[];
  readonly #edges: readonly number[];
  readonly #mean: number;
  /** Deviation from the mean up to which an actual value enters the sums as it is. */
  readonly #reach: number;
  readonly #counts: Float64Array;

  /** @param reach - largest deviation of an actual value; what is beyond enters the sums as if it lay there */
  constructor({ edges, mean }: ScoreReference, reach: number, memory: CountMemory) {
    this.bins = binLabels(edges);
    this.#edges = edges;
    this.#mean = mean;
    this.#reach = reach;
    this.#counts = memory.take(PER_BIN * this.bins.length + SUMS);
  }

  /**
   * @param prediction - finite
   * @param actual - finite
   * @param residual - actual value minus prediction, as it enters sums
   */
  record(prediction: number, actual: number, residual: number): void {
    const at = PER_BIN * binIndex(this.#edges, prediction);
    this.#add(at + OUTCOMES, 1);
    this.#add(at + (residual > 0 ? ABOVE : BELOW), Math.abs(residual));
    this.#add(at + SQUARED, residual * residual);
    const end = this.#counts.length;
    const deviation = Math.min(Math.max(actual - this.#mean, -this.#reach), this.#reach);
    this.#add(end - (deviation > 0 ? ACTUAL_ABOVE : ACTUAL_BELOW), Math.abs(deviation));
    this.#add(end - ACTUAL_SQUARED, deviation * deviation);
    if (actual === 0) this.#add(end - ZEROS, 1);
    else this.#add(end - RELATIVE, Math.min(Math.abs((prediction - actual) / actual), LARGEST_RELATIVE));
  }

  /** Outcomes whose prediction is in a bin. */
  countOf(bin: number): number {
    return this.#of(bin, OUTCOMES);
  }

  /** Sum of the residuals of a bin on one side of zero, positive. */
  residualOf(bin: number, side: 'above' | 'below'): number {
    return this.#of(bin, side === 'above' ? ABOVE : BELOW);
  }

  /** Sum of the squared residuals of a bin. */
  squaredOf(bin: number): number {
    return this.#of(bin, SQUARED);
  }

  /** Sum of the deviations of actual values on one side of the mean of the training data, positive. */
  actual(side: 'above' | 'below'): number {
    return this.#sum(side === 'above' ? ACTUAL_ABOVE : ACTUAL_BELOW);
  }

  /** Sum of the squares of these deviations. */
  get actualSquared(): number {
    return this.#sum(ACTUAL_SQUARED);
  }

  /** Sum of absolute errors as parts of the actual value, where that is not zero. */
  get relative(): number {
    return this.#sum(RELATIVE);
  }

  /** Outcomes whose actual value is zero. */
  get zeros(): number {
    return this.#sum(ZEROS);
  }

  /** A sum that overflowed would make receivers refuse the whole export: it stays at its last finite value. */
  #add(at: number, amount: number): void {
    const sum = (this.#counts[at] as number) + amount;
    if (sum - sum === 0) this.#counts[at] = sum;
  }

  #of(bin: number, count: number): number {
    return this.#counts[PER_BIN * bin + count] as number;
  }

  #sum(fromEnd: number): number {
    return this.#counts[this.#counts.length - fromEnd] as number;
  }
}
