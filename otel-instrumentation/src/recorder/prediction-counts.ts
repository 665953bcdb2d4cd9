import type { ReferenceProfile } from '@driftline/shared';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import { BoundedLabels } from './bounded-labels.ts';
import type { GroupLabels } from './group-labels.ts';
import { NumberReader } from './number-reader.ts';

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
  /** Predictions that are neither a class nor a number; they are counted nowhere else. */
  unusable = 0;
  /** Predictions of a class, known or not. */
  classified = 0;
  /** Predictions whose class the profile does not have; they are counted as `other`. */
  unknown = 0;
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
  ) {
    this.#groups = groups;
    this.#reader = new NumberReader(missing);
    this.classes =
      prediction?.kind === 'classification'
        ? new BoundedLabels(prediction.classes, { limit, mode: prediction.labels, missing })
        : undefined;
    const classes = this.classes?.labels.length ?? 0;
    this.total = new Float64Array(classes);
    this.byGroup = groups.map(({ values }) => new Float64Array(values.labels.length * classes));
    this.score =
      prediction?.score === undefined
        ? undefined
        : new HistogramAccumulation(prediction.score.edges, prediction.score.mean);
  }

  /**
   * Counts one prediction.
   *
   * @param prediction - the class, or a regression's number
   * @param groups - position of the row in each of the groups
   * @param edges - what a regression's number is compared with
   */
  record(prediction: unknown, groups: ArrayLike<number>, edges?: readonly number[]): void {
    if (this.classes === undefined) {
      this.recordScore(prediction, edges);
      return;
    }
    const classes = this.total.length;
    const known = this.classes.knownIndexOf(prediction);
    this.classified++;
    if (known < 0) this.unknown++;
    const index = this.classes.labelAt(known);
    this.total[index] = (this.total[index] as number) + 1;
    for (let i = 0; i < this.#groups.length; i++) {
      const counts = this.byGroup[i] as Float64Array;
      const slot = (groups[i] as number) * classes + index;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  /**
   * A prediction or its ground truth as it is kept and compared, never the caller's own object: the position of its class
   * among those of the profile, negative as in `NO_MATCH` for another one; or a regression's number, NaN for what is none.
   */
  keepable(value: unknown): number {
    return this.classes === undefined ? (this.#reader.read(value) ?? NaN) : this.classes.knownIndexOf(value);
  }

  /** Counts the score behind a class, or a regression's number. */
  recordScore(score: unknown, edges?: readonly number[]): void {
    const number = this.#reader.read(score) ?? NaN;
    if (Number.isNaN(number)) this.unusable++;
    else this.score?.add(number, edges);
  }
}
