import { NO_MATCH, OUTCOME_PROBLEMS, type OutcomeProblem, type ReferenceProfile } from '@driftline/shared';
import { ConfusionMatrix, type MatrixBounds } from './confusion-matrix.ts';
import { CountMemory } from './count-memory.ts';
import type { GroupLabels } from './group-labels.ts';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import { RegressionOutcomes } from './regression-outcomes.ts';
import { ScoreCounts } from './score-counts.ts';
import { increase, namedCounts, positionsOf, type NamedCounts } from './named-counts.ts';

/** Edges of the absolute error as parts of the reference's standard deviation: a tenth is good, twice is useless. */
const ERROR_EDGES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 5];

/**
 * Cells of the confusion matrix of a model, and of those of all its groups together. A hundred classes, the default most,
 * make 10,203.
 */
const MOST_CELLS = 11_000;

const PROBLEM = positionsOf(OUTCOME_PROBLEMS);
const SUMS = ['above', 'below', 'classified', 'merged'] as const;
const SUM = positionsOf(SUMS);

/** A prediction as its outcome needs it, free of the row that it came from. */
export interface Predicted {
  /** As `PredictionCounts.keepable` gives it. */
  readonly prediction: number;
  /** Position of the row in each of the groups. */
  readonly groups: ArrayLike<number>;
  /** Its score of each class that has bins of scores, as `PredictionCounts.keepableScore` gives it. */
  readonly scores: ArrayLike<number>;
}

/** Predictions against their ground truth: a confusion matrix for classes, errors for numbers. */
export class OutcomeCounts {
  /** The confusion matrix of the model; undefined for a regression. */
  readonly matrix: ConfusionMatrix | undefined;
  /** That of each group: the same, but for a model of many groups and classes. */
  readonly groupMatrix: ConfusionMatrix | undefined;
  /** One count per cell of the matrix. */
  readonly total: Float64Array;
  /** For each of `groups`, one count per value and cell of the matrix of groups, cells innermost. */
  readonly byGroup: readonly Float64Array[];
  /** Absolute errors of a regression; `squared` is the sum of squared errors. */
  readonly errors: HistogramAccumulation | undefined;
  /** Residuals and actual values of a regression. */
  readonly regression: RegressionOutcomes | undefined;
  /** Outcomes by score, for each class that the profile has bins of scores for. */
  readonly scores: readonly ScoreCounts[];
  /** Positions of those classes among the classes of the profile. */
  readonly #scored: readonly number[];
  readonly problems: NamedCounts<OutcomeProblem>;
  readonly #problems: Float64Array;
  readonly #sums: Float64Array;

  /** @param limit - classes that keep a label of their own */
  constructor(
    prediction: ReferenceProfile['prediction'],
    groups: readonly GroupLabels[],
    limit: number,
    memory = new CountMemory(),
  ) {
    if (prediction?.kind === 'classification') {
      const { classes, favorable: keep } = prediction;
      const matrixOf = (bounds: Partial<MatrixBounds>) =>
        new ConfusionMatrix(classes, { limit, maximumCells: MOST_CELLS, keep, ...bounds });
      this.matrix = matrixOf({});
      this.groupMatrix = matrixOf({ copies: groups.reduce((sum, { values }) => sum + values.labels.length, 0) });
    }
    const cellsOfGroup = this.groupMatrix?.cells.length ?? 0;
    this.total = memory.take(this.matrix?.cells.length ?? 0);
    this.byGroup = groups.map(({ values }) => memory.take(values.labels.length * cellsOfGroup));
    this.errors = prediction?.kind === 'regression' ? errorsOf(prediction.score.standardDeviation, memory) : undefined;
    this.regression =
      prediction?.kind === 'regression' && this.errors !== undefined
        ? new RegressionOutcomes(prediction.score, this.errors.reach, memory)
        : undefined;
    const { classes = [], scoreBins = [] } = prediction?.kind === 'classification' ? prediction : {};
    this.scores = scoreBins.map((bins) => new ScoreCounts(bins, memory));
    this.#scored = scoreBins.map((bins) => classes.indexOf(bins.class));
    this.#problems = memory.take(OUTCOME_PROBLEMS.length);
    this.problems = namedCounts(OUTCOME_PROBLEMS, this.#problems);
    this.#sums = memory.take(SUMS.length);
  }

  /** Sum of prediction − actual where that is positive. */
  get above(): number {
    return this.#sums[SUM.above] as number;
  }

  /** Sum of actual − prediction where that is positive. */
  get below(): number {
    return this.#sums[SUM.below] as number;
  }

  /** Predictions whose class was compared with the actual one. */
  get classified(): number {
    return this.#sums[SUM.classified] as number;
  }

  /** Those of which a class lost its label to the bound on cells, over all or by group. */
  get merged(): number {
    return this.#sums[SUM.merged] as number;
  }

  /** Counts something that went wrong between a prediction and its outcome. */
  note(problem: OutcomeProblem): void {
    increase(this.#problems, PROBLEM[problem]);
  }

  /**
   * Counts one prediction and its ground truth.
   *
   * @param actual - the ground truth, as `PredictionCounts.keepable` gives it
   */
  record({ prediction, groups, scores }: Predicted, actual: number): void {
    const { errors, matrix, groupMatrix } = this;
    if (errors !== undefined) this.#recordError(errors, prediction, actual);
    else if (matrix === undefined || groupMatrix === undefined) this.note('invalid');
    else if (actual === NO_MATCH.missing || actual === NO_MATCH.invalid) this.note('invalid');
    else {
      increase(this.#sums, SUM.classified);
      if (prediction < 0 || actual < 0) this.note('unknown_class');
      if (groupMatrix.isMerged(prediction) || groupMatrix.isMerged(actual)) increase(this.#sums, SUM.merged);
      increase(this.total, matrix.cellOf(prediction, actual));
      if (this.scores.length > 0) this.#recordScores(scores, actual);
      if (this.byGroup.length === 0) return;
      const cell = groupMatrix.cellOf(prediction, actual);
      for (let i = 0; i < this.byGroup.length; i++) {
        increase(this.byGroup[i] as Float64Array, (groups[i] as number) * groupMatrix.cells.length + cell);
      }
    }
  }

  #recordScores(scores: ArrayLike<number>, actual: number): void {
    let isMissing = false;
    let isInvalid = false;
    for (let i = 0; i < this.scores.length; i++) {
      const score = scores[i] as number;
      if (score >= 0) (this.scores[i] as ScoreCounts).record(score, actual === this.#scored[i]);
      else if (score < 0) isInvalid = true;
      else isMissing = true;
    }
    if (isInvalid) this.note('invalid_score');
    else if (isMissing) this.note('unscored');
  }

  #recordError(errors: HistogramAccumulation, prediction: number, actual: number): void {
    const error = prediction - actual;
    if (error - error !== 0) {
      this.note('invalid');
      return;
    }
    errors.add(Math.abs(error));
    const counted = errors.counted(error);
    const side = counted > 0 ? SUM.above : SUM.below;
    const sum = (this.#sums[side] as number) + Math.abs(counted);
    if (sum - sum === 0) this.#sums[side] = sum;
    this.regression?.record(prediction, actual, -counted);
  }
}

function errorsOf(standardDeviation: number, memory: CountMemory): HistogramAccumulation {
  const scale = standardDeviation > 0 ? standardDeviation : 1;
  return new HistogramAccumulation(
    // Three digits, so that a bucket's bound is readable in the store.
    ERROR_EDGES.map((part) => Number((part * scale).toPrecision(3))),
    { mean: 0, standardDeviation },
    memory,
  );
}
