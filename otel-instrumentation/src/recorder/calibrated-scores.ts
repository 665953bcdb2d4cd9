import { binIndex, calibratedBins, type CalibratedBin, type ScoreBins } from '@driftline/shared';
import type { CountMemory } from './count-memory.ts';

/** Predictions without a score, and with one that is no probability, counted from the end of the counts. */
const [MISSING, INVALID, SUMS] = [2, 1, 2];

/** Predictions by the score of one class, where the profile says how often each bin was right. Recording allocates nothing. */
export class CalibratedScores {
  /** The class that the score is the probability of. */
  readonly label: string;
  /** From low to high. */
  readonly bins: readonly CalibratedBin[];
  readonly #edges: readonly number[];
  /** By bin; then the sums. */
  readonly #counts: Float64Array;

  constructor(scoreBins: ScoreBins, memory: CountMemory) {
    this.label = scoreBins.class;
    this.bins = calibratedBins(scoreBins);
    this.#edges = scoreBins.edges;
    this.#counts = memory.take(this.bins.length + SUMS);
  }

  /** @param score - from 0 to 1, or one of `NO_SCORE` */
  record(score: number): void {
    const counts = this.#counts;
    const end = counts.length;
    const at = score >= 0 ? binIndex(this.#edges, score) : end - (score < 0 ? INVALID : MISSING);
    counts[at] = (counts[at] as number) + 1;
  }

  /** Predictions in one bin. */
  countOf(bin: number): number {
    return this.#counts[bin] as number;
  }

  /** Predictions without a score of the class. */
  get missing(): number {
    return this.#counts[this.#counts.length - MISSING] as number;
  }

  /** Predictions whose score of the class is no probability. */
  get invalid(): number {
    return this.#counts[this.#counts.length - INVALID] as number;
  }
}
