import { binIndex, binLabels, type ScoreBins } from '@driftline/shared';
import { roundingOf } from '../values/number-array.ts';
import type { CountMemory } from './count-memory.ts';

/** Stand for the score of a prediction that has none, and for one that is no probability. */
export const NO_SCORE = { missing: NaN, invalid: -1 } as const;

/** What a probability is clipped to for its logarithm, as scikit-learn's log_loss does. */
const SMALLEST = Number.EPSILON;

/** Squared errors and log losses, counted from the end of the counts. */
const [SQUARED, LOG_LOSS, SUMS] = [2, 1, 2];

/** Outcomes by the score of one class, against whether they were of it. Recording allocates nothing. */
export class ScoreCounts {
  /** The class that the score is the probability of. */
  readonly label: string;
  /** Labels of the bins, from low to high. */
  readonly bins: readonly string[];
  readonly #edges: readonly number[];
  /** By bin: outcomes of other classes, those of the class, and the sum of scores; then the sums. */
  readonly #counts: Float64Array;

  constructor({ class: label, edges }: ScoreBins, memory: CountMemory) {
    this.label = label;
    this.bins = binLabels(edges);
    this.#edges = edges;
    this.#counts = memory.take(3 * this.bins.length + SUMS);
  }

  /** @param score - from 0 to 1 */
  record(score: number, isPositive: boolean): void {
    const counts = this.#counts;
    const bins = this.bins.length;
    const bin = binIndex(this.#edges, score);
    const cell = isPositive ? bins + bin : bin;
    counts[cell] = (counts[cell] as number) + 1;
    counts[2 * bins + bin] = (counts[2 * bins + bin] as number) + score;
    const probability = isPositive ? score : 1 - score;
    const end = counts.length;
    counts[end - SQUARED] = (counts[end - SQUARED] as number) + (1 - probability) * (1 - probability);
    const clipped = Math.min(Math.max(probability, SMALLEST), 1 - SMALLEST);
    counts[end - LOG_LOSS] = (counts[end - LOG_LOSS] as number) - Math.log(clipped);
  }

  /**
   * Puts scores of a `Float32Array` or a `Float16Array` into the bins of the numbers that they were rounded from: the 0.1 of
   * 32 bits is 0.10000000149, and becomes the edge 0.1 again.
   */
  settling(column: unknown): (score: number) => number {
    const round = roundingOf(column);
    if (round === undefined) return (score) => score;
    const rounded = this.#edges.map(round);
    return (score) => Math.min(score, this.#edges[binIndex(rounded, score)] ?? score);
  }

  /** Outcomes in one bin, of the class or of others. */
  countOf(bin: number, isPositive: boolean): number {
    return this.#counts[(isPositive ? this.bins.length : 0) + bin] as number;
  }

  /** Sum of the scores in one bin. */
  expectedOf(bin: number): number {
    return this.#counts[2 * this.bins.length + bin] as number;
  }

  /** Sum of squared differences between the score and 1 for the class, 0 for others. */
  get squaredErrors(): number {
    return this.#counts[this.#counts.length - SQUARED] as number;
  }

  /** Sum of −ln of the probability of what happened. */
  get logLosses(): number {
    return this.#counts[this.#counts.length - LOG_LOSS] as number;
  }
}
