import type { GroupReference } from '@driftline/shared';
import { BoundedLabels, textOf } from './bounded-labels.ts';
import { readField } from '../values/read-field.ts';

const SEPARATOR = ' & ';

/** Finds the group that a row belongs to, by one attribute such as `sex` or by several such as `sex` and `race`. */
export class GroupLabels {
  readonly attribute: string;
  readonly values: BoundedLabels;
  readonly #of: readonly string[] | undefined;

  /** @param limit - groups that get a label of their own; the rest of the profile's are `other` */
  constructor(reference: GroupReference, limit: number) {
    this.attribute = reference.attribute;
    this.values = new BoundedLabels(reference.values.slice(0, limit));
    this.#of = reference.of;
  }

  /** Attributes whose values this group is made of. */
  get attributes(): readonly string[] {
    return this.#of ?? [this.attribute];
  }

  /** Position of the row's group among the labels; `groups` is any object that holds the attributes. */
  indexIn(groups: unknown): number {
    return this.indexOf((attribute) => readField(groups, attribute));
  }

  /** The same, with the attribute's value looked up by `read`. */
  indexOf(read: (attribute: string) => unknown): number {
    if (this.#of === undefined) return this.values.indexOf(read(this.attribute));
    return this.values.indexOf(this.#of.map((attribute) => textOf(read(attribute))).join(SEPARATOR));
  }
}
