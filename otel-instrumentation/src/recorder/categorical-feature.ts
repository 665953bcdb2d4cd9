import { LabelMatcher, NO_MATCH, type CategoricalReference } from '@driftline/shared';
import { roundingOf, type NumberArray } from '../values/number-array.ts';
import { shortestDecimal } from '../values/shortest-decimal.ts';
import { ProblemCounts } from './problem-counts.ts';

/** Live counts of one categorical feature: one bin a category, and the last one for `other`. */
export class CategoricalFeature {
  readonly reference: CategoricalReference;
  /** Observations per category, then `other`. */
  readonly counts: Float64Array;
  readonly problems = new ProblemCounts();
  readonly #categories: LabelMatcher;

  /** @param missing - texts that mean a missing value */
  constructor(reference: CategoricalReference, missing?: readonly string[]) {
    this.reference = reference;
    this.counts = new Float64Array(reference.categories.length + 1);
    this.#categories = new LabelMatcher(reference.categories, {
      mode: reference.labels,
      missing,
      more: reference.other > 0,
    });
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.counts[bin] as number;
  }

  /** Counts the first `rows` values of a column of codes; what it lacks is missing. */
  recordNumbers(column: NumberArray, rows: number): void {
    const round = roundingOf(column);
    const present = Math.min(rows, column.length);
    for (let row = 0; row < present; row++) {
      const value = column[row] as number;
      this.record(round === undefined ? value : shortestDecimal(value, round));
    }
    this.problems.missing += rows - present;
  }

  /** Counts any value at all and never throws. */
  record(value: unknown): void {
    let bin = this.#categories.indexOf(value);
    if (bin === NO_MATCH.missing) {
      this.problems.missing++;
      return;
    }
    if (bin === NO_MATCH.invalid) {
      this.problems.invalid++;
      return;
    }
    if (bin === NO_MATCH.unknown) {
      bin = this.counts.length - 1;
      this.problems.unseen++;
    }
    this.counts[bin] = (this.counts[bin] as number) + 1;
  }
}
