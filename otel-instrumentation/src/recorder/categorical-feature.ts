import type { CategoricalReference } from '@driftline/shared';
import type { NumberArray } from '../values/number-array.ts';
import { ProblemCounts } from './problem-counts.ts';

/** Live counts of one categorical feature: one bin a category, and the last one for `other`. */
export class CategoricalFeature {
  readonly reference: CategoricalReference;
  /** Observations per category, then `other`. */
  readonly counts: Float64Array;
  readonly problems = new ProblemCounts();
  readonly #bins: ReadonlyMap<string, number>;

  constructor(reference: CategoricalReference) {
    this.reference = reference;
    this.counts = new Float64Array(reference.categories.length + 1);
    this.#bins = new Map(reference.categories.map((category, i) => [category, i]));
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.counts[bin] as number;
  }

  /** Counts the first `rows` values of a column of codes; what it lacks is missing. */
  recordNumbers(column: NumberArray, rows: number): void {
    for (let row = 0; row < rows; row++) this.record(column[row]);
  }

  /**
   * Counts any value at all and never throws. Numbers and booleans are categories by their text, as they are in the
   * training file; an empty text is missing, as an empty field is there.
   */
  record(value: unknown): void {
    const category = typeof value === 'string' ? value : categoryOf(value);
    if (category === undefined || category === '') {
      this.problems.countUnusable(category === '' ? null : value);
      return;
    }
    let bin = this.#bins.get(category);
    if (bin === undefined) {
      bin = this.counts.length - 1;
      this.problems.unseen++;
    }
    this.counts[bin] = (this.counts[bin] as number) + 1;
  }
}

function categoryOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : undefined;
}
