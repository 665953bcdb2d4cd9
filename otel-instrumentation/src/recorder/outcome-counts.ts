import {
  ANOTHER_CLASS,
  NO_MATCH,
  OTHER,
  OUTCOME_PROBLEMS,
  type OutcomeProblem,
  type ReferenceProfile,
} from '@driftline/shared';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import type { BoundedLabels } from './bounded-labels.ts';
import type { GroupLabels } from './group-labels.ts';

/** Edges of the absolute error as parts of the reference's standard deviation: a tenth is good, twice is useless. */
const ERROR_EDGES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 5];

/** A prediction as its outcome needs it, free of the row that it came from. */
export interface Predicted {
  /** As `PredictionCounts.keepable` gives it. */
  readonly prediction: number;
  /** Position of the row in each of the groups. */
  readonly groups: ArrayLike<number>;
}

/** Predicted and actual class of one cell of the confusion matrix. */
export type OutcomeCell = readonly [predicted: string, actual: string];

/** Predictions against their ground truth: a confusion matrix for classes, errors for numbers. */
export class OutcomeCounts {
  /** Predicted and actual class of each cell of the confusion matrix. */
  readonly cells: readonly OutcomeCell[];
  /** One count per cell. */
  readonly total: Float64Array;
  /** The same for each of `groups`, group values outermost. */
  readonly byGroup: readonly Float64Array[];
  /** Absolute errors of a regression; `squared` is the sum of squared errors. */
  readonly errors: HistogramAccumulation | undefined;
  /** Sums of prediction − actual, apart by sign, both positive. */
  above = 0;
  below = 0;
  readonly problems: Record<OutcomeProblem, number>;
  /** Predictions whose class was compared with the actual one. */
  classified = 0;
  readonly #classes: BoundedLabels | undefined;
  /** Position of a class of the profile that is itself called `other`; −1 without one. */
  readonly #otherClass: number;

  constructor(
    prediction: ReferenceProfile['prediction'],
    classes: BoundedLabels | undefined,
    groups: readonly GroupLabels[],
  ) {
    this.#classes = classes;
    this.#otherClass = prediction?.kind === 'classification' ? prediction.classes.indexOf(OTHER) : -1;
    this.cells = classes === undefined ? [] : cellsOf(classes.labels, this.#otherClass >= 0);
    this.total = new Float64Array(this.cells.length);
    this.byGroup = groups.map(({ values }) => new Float64Array(values.labels.length * this.cells.length));
    this.errors = prediction?.kind === 'regression' ? errorsOf(prediction.score.standardDeviation) : undefined;
    this.problems = Object.fromEntries(OUTCOME_PROBLEMS.map((problem) => [problem, 0])) as typeof this.problems;
  }

  /**
   * Counts one prediction and its ground truth.
   *
   * @param actual - the ground truth, as `PredictionCounts.keepable` gives it
   */
  record({ prediction, groups }: Predicted, actual: number): void {
    if (this.errors !== undefined) this.#recordError(this.errors, prediction - actual);
    else if (this.#classes === undefined || actual === NO_MATCH.missing || actual === NO_MATCH.invalid) {
      this.problems.invalid++;
    } else this.#recordClasses(this.#classes, prediction, groups, actual);
  }

  #recordClasses(classes: BoundedLabels, prediction: number, groups: ArrayLike<number>, actual: number): void {
    this.classified++;
    if (prediction < 0 || actual < 0) this.problems.unknown_class++;
    const cell = this.#cellOf(classes, prediction, actual);
    this.total[cell] = (this.total[cell] as number) + 1;
    for (let i = 0; i < this.byGroup.length; i++) {
      const counts = this.byGroup[i] as Float64Array;
      const slot = (groups[i] as number) * this.total.length + cell;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  /** Classes that differ, or that nobody knows, never have the same label, although both may be `other`. */
  #cellOf(classes: BoundedLabels, prediction: number, actual: number): number {
    const size = classes.labels.length;
    const predicted = classes.labelAt(prediction);
    const truth = classes.labelAt(actual);
    if (predicted !== truth || (prediction === actual && actual >= 0)) return predicted * size + truth;
    return actual >= 0 && actual === this.#otherClass ? size * size + 1 : size * size;
  }

  #recordError(errors: HistogramAccumulation, error: number): void {
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

/** All pairs of labels, actual innermost, and at the end the pairs of classes that differ and would both be `other`. */
function cellsOf(labels: readonly string[], otherIsClass: boolean): OutcomeCell[] {
  const cells = labels.flatMap((predicted) => labels.map((actual): OutcomeCell => [predicted, actual]));
  return [...cells, [OTHER, ANOTHER_CLASS], ...(otherIsClass ? [[ANOTHER_CLASS, OTHER] as const] : [])];
}
