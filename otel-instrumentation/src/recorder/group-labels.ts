import { MISSING, UNCOMPARED_GROUPS, type GroupReference } from '@driftline/shared';
import { BoundedLabels, textOf } from './bounded-labels.ts';
import { readField } from '../values/read-field.ts';

const SEPARATOR = ' & ';

/** Finds the group that a row belongs to, by one attribute such as `sex` or by several such as `sex` and `race`. */
export class GroupLabels {
  readonly attribute: string;
  readonly values: BoundedLabels;
  /** The group that the others are compared with, if it is among the labels. */
  readonly privileged: string | undefined;
  /** Predictions below which nothing of a group is exported. */
  readonly minimumSize: number;
  readonly #of: readonly string[] | undefined;
  readonly #missing: number;

  /**
   * @param limit - groups that get a label of their own; the rest of the profile's are `other`
   * @param minimumSize - training rows below which a group is `other` too; the profile may ask for more
   */
  constructor(reference: GroupReference, limit: number, minimumSize = 0) {
    const { attribute, of, privileged } = reference;
    this.attribute = attribute;
    this.minimumSize = Math.max(minimumSize, reference.minimumSize ?? 0);
    const groups = namedGroups(reference, this.minimumSize).slice(0, limit);
    this.values = new BoundedLabels([...groups, MISSING]);
    this.privileged = privileged !== undefined && groups.includes(privileged) ? privileged : undefined;
    this.#of = of;
    this.#missing = groups.length;
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
    if (this.#of === undefined) {
      const value = read(this.attribute);
      return isMissing(value) ? this.#missing : this.values.indexOf(value);
    }
    const parts = this.#of.map(read);
    if (parts.some(isMissing)) return this.#missing;
    return this.values.indexOf(parts.map(textOf).join(SEPARATOR));
  }
}

/** Groups with a label of their own: those that are large enough, and whose name does not stand for something else. */
function namedGroups({ values, counts }: GroupReference, minimumSize: number): string[] {
  return values.filter((value, i) => !UNCOMPARED_GROUPS.includes(value) && (counts?.[i] ?? Infinity) >= minimumSize);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || Number.isNaN(value);
}
