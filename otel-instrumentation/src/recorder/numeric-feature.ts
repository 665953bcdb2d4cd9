import type { NumericReference } from '@driftline/shared';
import { isFloat32, type NumberArray } from '../values/number-array.ts';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import { ProblemCounts } from './problem-counts.ts';

const SCRATCH = new Float64Array(1);

/** What a value is compared with; rounded to 32 bits for values of a `Float32Array`. */
interface Bounds {
  readonly edges: readonly number[];
  readonly minimum: number;
  readonly maximum: number;
}

/** Live counts of one numeric feature. Recording allocates nothing. */
export class NumericFeature {
  readonly reference: NumericReference;
  readonly values: HistogramAccumulation;
  readonly problems = new ProblemCounts();
  readonly outlierLimit: number;
  readonly #bounds: Bounds;
  readonly #float32Bounds: Bounds;

  /** @param outlierLimit - distance from the reference mean, in standard deviations, beyond which a value is an outlier */
  constructor(reference: NumericReference, outlierLimit: number) {
    this.reference = reference;
    this.values = new HistogramAccumulation(reference.edges, reference.mean);
    this.outlierLimit = outlierLimit;
    const { minimum, maximum } = reference;
    this.#bounds = { edges: this.values.edges, minimum, maximum };
    this.#float32Bounds = {
      edges: this.values.float32Edges,
      minimum: Math.fround(minimum),
      maximum: Math.fround(maximum),
    };
  }

  /** Counts any value at all and never throws. */
  record(value: unknown): void {
    // The difference is NaN for NaN and for both infinities, so one comparison lets only finite numbers through.
    if (typeof value !== 'number' || value - value !== 0) {
      this.problems.countUnusable(value);
      return;
    }
    SCRATCH[0] = value;
    this.#addFrom(SCRATCH, 0, this.#bounds);
  }

  /** Counts the first `rows` values of a column; what it lacks is missing. */
  recordNumbers(column: NumberArray, rows: number): void {
    const bounds = isFloat32(column) ? this.#float32Bounds : this.#bounds;
    const present = Math.min(rows, column.length);
    for (let row = 0; row < present; row++) {
      const value = column[row] as number;
      if (value - value === 0) this.#addFrom(column, row, bounds);
      else this.problems.countUnusable(value);
    }
    this.problems.missing += rows - present;
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.values.countOf(bin);
  }

  #addFrom(column: NumberArray, row: number, { edges, minimum, maximum }: Bounds): void {
    this.values.addFrom(column, row, edges);
    const value = column[row] as number;
    const { mean, standardDeviation } = this.reference;
    if (value < minimum || value > maximum) this.problems.out_of_range++;
    // Around a constant there is no scale to measure a distance in; such values are out of range already.
    if (standardDeviation > 0 && Math.abs(value - mean) > this.outlierLimit * standardDeviation) {
      this.problems.outlier++;
    }
  }
}
