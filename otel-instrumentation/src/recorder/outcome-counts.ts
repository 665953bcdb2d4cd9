import { OUTCOME_PROBLEMS, type OutcomeProblem, type ReferenceProfile } from '@driftline/shared';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import type { BoundedLabels } from './bounded-labels.ts';
import type { GroupLabels } from './group-labels.ts';

/** Edges of the absolute error as parts of the reference's standard deviation: a tenth is good, twice is useless. */
const ERROR_EDGES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 5];

/** A prediction as its outcome needs it, free of the row that it came from. */
export interface Predicted {
  /** The class, or a regression's number. */
  readonly prediction: unknown;
  /** Position of the row in each of the groups. */
  readonly groups: ArrayLike<number>;
}

/** Predictions against their ground truth: a confusion matrix for classes, errors for numbers. */
export class OutcomeCounts {
  /** One count per predicted and actual class, actual innermost. */
  readonly total: Float64Array;
  /** The same for each of `groups`, group values outermost. */
  readonly byGroup: readonly Float64Array[];
  /** Absolute errors of a regression; `squared` is the sum of squared errors. */
  readonly errors: HistogramAccumulation | undefined;
  /** Sums of prediction − actual, apart by sign, both positive. */
  above = 0;
  below = 0;
  readonly problems: Record<OutcomeProblem, number>;
  readonly #classes: BoundedLabels | undefined;

  constructor(
    prediction: ReferenceProfile['prediction'],
    classes: BoundedLabels | undefined,
    groups: readonly GroupLabels[],
  ) {
    this.#classes = classes;
    const cells = (classes?.labels.length ?? 0) ** 2;
    this.total = new Float64Array(cells);
    this.byGroup = groups.map(({ values }) => new Float64Array(values.labels.length * cells));
    this.errors = prediction?.kind === 'regression' ? errorsOf(prediction.score.standardDeviation) : undefined;
    this.problems = Object.fromEntries(OUTCOME_PROBLEMS.map((problem) => [problem, 0])) as typeof this.problems;
  }

  /** Counts one prediction and its ground truth; either may be anything at all. */
  record({ prediction, groups }: Predicted, actual: unknown): void {
    if (this.errors !== undefined) this.#recordError(this.errors, prediction, actual);
    else if (this.#classes === undefined || actual === null || actual === undefined) this.problems.invalid++;
    else this.#recordClasses(this.#classes, prediction, groups, actual);
  }

  #recordClasses(classes: BoundedLabels, prediction: unknown, groups: ArrayLike<number>, actual: unknown): void {
    const cell = classes.indexOf(prediction) * classes.labels.length + classes.indexOf(actual);
    this.total[cell] = (this.total[cell] as number) + 1;
    for (let i = 0; i < this.byGroup.length; i++) {
      const counts = this.byGroup[i] as Float64Array;
      const slot = (groups[i] as number) * this.total.length + cell;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  #recordError(errors: HistogramAccumulation, prediction: unknown, actual: unknown): void {
    const error = typeof prediction === 'number' && typeof actual === 'number' ? prediction - actual : NaN;
    if (error - error !== 0) {
      this.problems.invalid++;
      return;
    }
    errors.add(Math.abs(error));
    const above = this.above + Math.max(error, 0);
    const below = this.below + Math.max(-error, 0);
    if (above - above === 0) this.above = above;
    if (below - below === 0) this.below = below;
  }
}

function errorsOf(standardDeviation: number): HistogramAccumulation {
  const scale = standardDeviation > 0 ? standardDeviation : 1;
  return new HistogramAccumulation(
    // Three digits, so that a bucket's bound is readable in the store.
    ERROR_EDGES.map((part) => Number((part * scale).toPrecision(3))),
    0,
  );
}
