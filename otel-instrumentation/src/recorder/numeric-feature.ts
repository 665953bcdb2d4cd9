import { binIndex, type NumericReference } from '@driftline/shared';
import { countUnusable, PROBLEM, problemCounts, type ProblemCounts } from './problem-counts.ts';

/** Live counts of one numeric feature: bins, sum, extremes and problems. Recording allocates nothing. */
export class NumericFeature {
  readonly reference: NumericReference;
  /** Observations per bin; length edges + 1. */
  readonly counts: Float64Array;
  readonly problems: ProblemCounts = problemCounts();
  sum = 0;
  minimum = Infinity;
  maximum = -Infinity;
  readonly #edges: Float64Array;
  readonly #outlierDistance: number;

  /** @param outlierLimit - distance from the reference mean, in standard deviations, beyond which a value is an outlier */
  constructor(reference: NumericReference, outlierLimit: number) {
    this.reference = reference;
    this.#edges = Float64Array.from(reference.edges);
    this.counts = new Float64Array(reference.edges.length + 1);
    // Around a constant there is no scale to measure a distance in; such values are out of range already.
    this.#outlierDistance = reference.standardDeviation > 0 ? outlierLimit * reference.standardDeviation : Infinity;
  }

  /** Counts any value at all and never throws. */
  record(value: unknown): void {
    // The difference is NaN for NaN and for both infinities, so one comparison lets only finite numbers through.
    if (typeof value !== 'number' || value - value !== 0) {
      countUnusable(this.problems, value);
      return;
    }
    const bin = binIndex(this.#edges, value);
    this.counts[bin] = (this.counts[bin] as number) + 1;
    if (value < this.minimum) this.minimum = value;
    if (value > this.maximum) this.maximum = value;
    const sum = this.sum + value;
    // A sum that overflowed would make receivers refuse the whole export: it stays at its last finite value.
    if (sum - sum === 0) this.sum = sum;
    const { minimum, maximum, mean } = this.reference;
    if (value < minimum || value > maximum) this.#count(PROBLEM.out_of_range);
    const distance = value - mean;
    if (distance > this.#outlierDistance || -distance > this.#outlierDistance) this.#count(PROBLEM.outlier);
  }

  #count(problem: number): void {
    this.problems[problem] = (this.problems[problem] as number) + 1;
  }
}
