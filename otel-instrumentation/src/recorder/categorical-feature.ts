import {
  FEATURE_PROBLEMS,
  LabelMatcher,
  NO_MATCH,
  type CategoricalReference,
  type FeatureProblem,
} from '@driftline/shared';
import { roundingOf, type NumberArray } from '../values/number-array.ts';
import { shortestDecimal } from '../values/shortest-decimal.ts';
import { CountMemory } from './count-memory.ts';
import { increase, namedCounts, positionsOf, type NamedCounts } from './named-counts.ts';

const PROBLEM = positionsOf(FEATURE_PROBLEMS);

/** Live counts of one categorical feature: one bin a category, and the last one for `other`. */
export class CategoricalFeature {
  readonly reference: CategoricalReference;
  /** Observations per category, then `other`. */
  readonly counts: Float64Array;
  readonly problems: NamedCounts<FeatureProblem>;
  readonly #problems: Float64Array;
  readonly #categories: LabelMatcher;

  /** @param missing - texts that mean a missing value */
  constructor(reference: CategoricalReference, missing?: readonly string[], memory = new CountMemory()) {
    this.reference = reference;
    this.counts = memory.take(reference.categories.length + 1);
    this.#problems = memory.take(FEATURE_PROBLEMS.length);
    this.problems = namedCounts(FEATURE_PROBLEMS, this.#problems);
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
    increase(this.#problems, PROBLEM.missing, rows - present);
  }

  /** Counts any value at all and never throws. */
  record(value: unknown): void {
    let bin = this.#categories.indexOf(value);
    if (bin === NO_MATCH.missing) {
      increase(this.#problems, PROBLEM.missing);
      return;
    }
    if (bin === NO_MATCH.invalid) {
      increase(this.#problems, PROBLEM.invalid);
      return;
    }
    if (bin === NO_MATCH.unknown) {
      bin = this.counts.length - 1;
      increase(this.#problems, PROBLEM.unseen);
    }
    increase(this.counts, bin);
  }
}
