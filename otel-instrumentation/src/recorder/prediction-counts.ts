import type { ReferenceProfile } from '@driftline/shared';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import { BoundedLabels } from './bounded-labels.ts';
import type { GroupLabels } from './group-labels.ts';

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
  readonly #groups: readonly GroupLabels[];

  /** @param limit - classes that keep a label of their own */
  constructor(prediction: ReferenceProfile['prediction'], groups: readonly GroupLabels[], limit: number) {
    this.#groups = groups;
    this.classes =
      prediction?.kind === 'classification' ? new BoundedLabels(prediction.classes.slice(0, limit)) : undefined;
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
    const index = this.classes.indexOf(prediction);
    this.total[index] = (this.total[index] as number) + 1;
    for (let i = 0; i < this.#groups.length; i++) {
      const counts = this.byGroup[i] as Float64Array;
      const slot = (groups[i] as number) * classes + index;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  /** The prediction as it is kept for its outcome: the label of its class or its number, never the caller's own object. */
  keepable(prediction: unknown): unknown {
    return this.classes === undefined
      ? typeof prediction === 'number'
        ? prediction
        : undefined
      : this.classes.labels[this.classes.indexOf(prediction)];
  }

  /** Counts the score behind a class, or a regression's number. */
  recordScore(score: unknown, edges?: readonly number[]): void {
    if (typeof score === 'number' && score - score === 0) this.score?.add(score, edges);
    else this.unusable++;
  }
}
