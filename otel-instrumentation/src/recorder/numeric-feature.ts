import type { NumericReference } from '@driftline/shared';
import { BinnedValues } from './binned-values.ts';
import { ProblemCounts } from './problem-counts.ts';

/** Live counts of one numeric feature. Recording allocates nothing. */
export class NumericFeature {
  readonly reference: NumericReference;
  readonly values: BinnedValues;
  readonly problems = new ProblemCounts();
  readonly #outlierDistance: number;

  /** @param outlierLimit - distance from the reference mean, in standard deviations, beyond which a value is an outlier */
  constructor(reference: NumericReference, outlierLimit: number) {
    this.reference = reference;
    this.values = new BinnedValues(reference.edges, reference.mean);
    // Around a constant there is no scale to measure a distance in; such values are out of range already.
    this.#outlierDistance = reference.standardDeviation > 0 ? outlierLimit * reference.standardDeviation : Infinity;
  }

  /** Counts any value at all and never throws. */
  record(value: unknown): void {
    // The difference is NaN for NaN and for both infinities, so one comparison lets only finite numbers through.
    if (typeof value !== 'number' || value - value !== 0) {
      this.problems.countUnusable(value);
      return;
    }
    this.#add(value);
  }

  /** Counts the first `rows` values of a column; what it lacks is missing. */
  recordNumbers(column: Float64Array | Float32Array, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const value = column[row];
      if (value !== undefined && value - value === 0) this.#add(value);
      else this.problems.countUnusable(value);
    }
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.values.countOf(bin);
  }

  #add(value: number): void {
    this.values.add(value);
    const { minimum, maximum, mean } = this.reference;
    if (value < minimum || value > maximum) this.problems.out_of_range++;
    if (Math.abs(value - mean) > this.#outlierDistance) this.problems.outlier++;
  }
}
