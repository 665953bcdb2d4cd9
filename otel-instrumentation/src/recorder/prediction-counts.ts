import type { GroupReference } from '@driftline/shared';
import { BoundedValues } from './bounded-values.ts';
import { readField } from './read-field.ts';

/** Predictions by class, and by group and class, as plain counts. */
export class PredictionCounts {
  readonly classes: BoundedValues;
  /** One count per class. */
  readonly total: Float64Array;
  readonly groups: readonly GroupCounts[];

  constructor(classes: readonly string[], groups: readonly GroupReference[]) {
    this.classes = new BoundedValues(classes);
    this.total = new Float64Array(this.classes.labels.length);
    this.groups = groups.map((group) => new GroupCounts(group, this.classes.labels.length));
  }

  /** Counts one prediction; `groups` is any object that holds the group attributes, such as the row itself. */
  record(prediction: unknown, groups: unknown): void {
    const index = this.classes.indexOf(prediction);
    this.total[index] = (this.total[index] as number) + 1;
    for (const group of this.groups) group.record(groups, index);
  }
}

/** Predictions of one group attribute, such as `sex`. */
export class GroupCounts {
  readonly attribute: string;
  readonly values: BoundedValues;
  /** One count per value and class, classes innermost. */
  readonly counts: Float64Array;
  readonly #classes: number;

  constructor(group: GroupReference, classes: number) {
    this.attribute = group.attribute;
    this.values = new BoundedValues(group.values);
    this.counts = new Float64Array(this.values.labels.length * classes);
    this.#classes = classes;
  }

  record(groups: unknown, predictionClass: number): void {
    const value = this.values.indexOf(readField(groups, this.attribute));
    const index = value * this.#classes + predictionClass;
    this.counts[index] = (this.counts[index] as number) + 1;
  }
}
