import type { ReferenceProfile } from '@driftline/shared';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import { BoundedLabels } from './bounded-labels.ts';
import { CalibratedScores } from './calibrated-scores.ts';
import { CountMemory, type Place } from './count-memory.ts';
import type { GroupLabels } from './group-labels.ts';
import { increase, positionsOf } from './named-counts.ts';
import { NumberReader } from './number-reader.ts';
import { NO_SCORE } from './score-counts.ts';

/** Probabilities computed with 32 bits may be beyond 0 and 1 by this. */
export const TOLERANCE = 1e-6;

const SUMS = ['unusable', 'classified', 'unknown'] as const;
const SUM = positionsOf(SUMS);

/** Predictions by class, by group and class, and by score, as plain counts. */
export class PredictionCounts {
  /** The profile's classes; undefined for a regression, which predicts numbers. */
  readonly classes: BoundedLabels | undefined;
  /** One count per class. */
  readonly total: Float64Array;
  /** For each of `groups`, one count per value and class, classes innermost. */
  readonly byGroup: readonly Float64Array[];
  /** Distribution of the score, or of a regression's predictions. */
  readonly score: HistogramAccumulation | undefined;
  /** Predictions by score, for each class whose bins of scores are calibrated. */
  readonly calibrated: readonly CalibratedScores[];
  /** Positions of those classes among all that have bins of scores. */
  readonly #calibrated: readonly number[];
  readonly #sums: Float64Array;
  readonly #groups: readonly GroupLabels[];
  readonly #reader: NumberReader;

  /**
   * @param limit - classes that keep a label of their own
   * @param missing - texts that mean a missing value
   */
  constructor(
    prediction: ReferenceProfile['prediction'],
    groups: readonly GroupLabels[],
    limit: number,
    missing?: readonly string[],
    memory = new CountMemory(),
  ) {
    this.#groups = groups;
    this.#reader = new NumberReader(missing);
    this.classes =
      prediction?.kind === 'classification'
        ? new BoundedLabels(prediction.classes, { limit, mode: prediction.labels, missing })
        : undefined;
    const classes = this.classes?.labels.length ?? 0;
    this.total = memory.take(classes);
    this.byGroup = groups.map(({ values }) => memory.take(values.labels.length * classes));
    this.score =
      prediction?.score === undefined
        ? undefined
        : new HistogramAccumulation(prediction.score.edges, prediction.score, memory);
    const { scoreBins = [] } = prediction?.kind === 'classification' ? prediction : {};
    const calibrated = scoreBins.filter(({ calibration }) => calibration !== undefined);
    this.calibrated = calibrated.map((bins) => new CalibratedScores(bins, memory));
    this.#calibrated = calibrated.map((bins) => scoreBins.indexOf(bins));
    this.#sums = memory.take(SUMS.length);
  }

  /** Predictions that are neither a class nor a number; they are counted nowhere else. */
  get unusable(): number {
    return this.#sums[SUM.unusable] as number;
  }

  /** Predictions of a class, known or not. */
  get classified(): number {
    return this.#sums[SUM.classified] as number;
  }

  /** Predictions whose class the profile does not have; they are counted as `other`. */
  get unknown(): number {
    return this.#sums[SUM.unknown] as number;
  }

  /**
   * Counts one prediction.
   *
   * @param prediction - the class, or a regression's number
   * @param groups - position of the row in each of the groups
   * @param edges - what a regression's number is compared with
   */
  record(prediction: unknown, groups: ArrayLike<number>, edges?: Place): void {
    if (this.classes === undefined) {
      this.recordScore(prediction, edges);
      return;
    }
    const classes = this.total.length;
    const known = this.classes.knownIndexOf(prediction);
    increase(this.#sums, SUM.classified);
    if (known < 0) increase(this.#sums, SUM.unknown);
    const index = this.classes.labelAt(known);
    increase(this.total, index);
    for (let i = 0; i < this.#groups.length; i++) {
      increase(this.byGroup[i] as Float64Array, (groups[i] as number) * classes + index);
    }
  }

  /**
   * A prediction or its ground truth as it is kept and compared, never the caller's own object: the position of its class
   * among those of the profile, negative as in `NO_MATCH` for another one; or a regression's number, NaN for what is none.
   */
  keepable(value: unknown): number {
    return this.classes === undefined ? (this.#reader.read(value) ?? NaN) : this.classes.knownIndexOf(value);
  }

  /** A score as it is kept for the outcome: a probability from 0 to 1, or one of `NO_SCORE`. */
  keepableScore(score: unknown): number {
    // Nearly every score; a number that means missing is looked up below.
    if (typeof score === 'number' && score > 0 && score <= 1 && this.#reader.missingNumbers === undefined) return score;
    const number = this.#reader.read(score);
    if (number === undefined) return NO_SCORE.missing;
    return number >= -TOLERANCE && number <= 1 + TOLERANCE ? Math.min(Math.max(number, 0), 1) : NO_SCORE.invalid;
  }

  /**
   * Counts one prediction by each score whose bins are calibrated.
   *
   * @param scores - by class that has bins of scores, as {@link keepableScore} gives them
   */
  recordCalibrated(scores: ArrayLike<number>): void {
    for (let i = 0; i < this.calibrated.length; i++) {
      (this.calibrated[i] as CalibratedScores).record(scores[this.#calibrated[i] as number] as number);
    }
  }

  /** Counts the score behind a class, or a regression's number. */
  recordScore(score: unknown, edges?: Place): void {
    const number = this.#reader.read(score) ?? NaN;
    if (Number.isNaN(number)) increase(this.#sums, SUM.unusable);
    else this.score?.add(number, edges);
  }
}
