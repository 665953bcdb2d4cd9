import type { ReferenceProfile } from '@driftline/shared';
import { BinnedValues } from './binned-values.ts';
import { BoundedValues } from './bounded-values.ts';
import type { GroupValues } from './group-values.ts';

/** Predictions by class, by group and class, and by score, as plain counts. */
export class PredictionCounts {
  /** The profile's classes; undefined for a regression, whose answers are numbers. */
  readonly classes: BoundedValues | undefined;
  /** One count per class. */
  readonly total: Float64Array;
  /** For each of `groups`, one count per value and class, classes innermost. */
  readonly byGroup: readonly Float64Array[];
  /** Distribution of the score, or of a regression's answers. */
  readonly score: BinnedValues | undefined;
  /** Answers that are no class and no number; they are counted nowhere else. */
  unusable = 0;
  readonly #groups: readonly GroupValues[];

  /** @param limit - classes that keep a label of their own */
  constructor(prediction: ReferenceProfile['prediction'], groups: readonly GroupValues[], limit: number) {
    this.#groups = groups;
    this.classes =
      prediction?.kind === 'classification' ? new BoundedValues(prediction.classes.slice(0, limit)) : undefined;
    const classes = this.classes?.labels.length ?? 0;
    this.total = new Float64Array(classes);
    this.byGroup = groups.map(({ values }) => new Float64Array(values.labels.length * classes));
    this.score =
      prediction?.score === undefined ? undefined : new BinnedValues(prediction.score.edges, prediction.score.mean);
  }

  /**
   * Counts one answer.
   *
   * @param prediction - the class, or a regression's number
   * @param groups - position of the row in each of the groups
   */
  record(prediction: unknown, groups: ArrayLike<number>): void {
    if (this.classes === undefined) {
      this.recordScore(prediction);
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

  /** The answer as it is kept for its outcome: its class's label or its number, never the caller's own object. */
  keepable(prediction: unknown): unknown {
    return this.classes === undefined
      ? typeof prediction === 'number'
        ? prediction
        : undefined
      : this.classes.labels[this.classes.indexOf(prediction)];
  }

  /** Counts the score behind a class, or a regression's number. */
  recordScore(score: unknown): void {
    if (typeof score === 'number' && score - score === 0) this.score?.add(score);
    else this.unusable++;
  }
}
