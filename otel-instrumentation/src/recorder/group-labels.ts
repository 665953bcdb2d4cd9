import {
  canonicalText,
  LabelMatcher,
  MISSING,
  NO_MATCH,
  OTHER,
  UNCOMPARED_GROUPS,
  type GroupReference,
  type LabelMode,
} from '@driftline/shared';
import { BoundedLabels } from './bounded-labels.ts';
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
  /** For an intersection: the known values of each attribute. */
  readonly #parts: readonly LabelMatcher[];
  readonly #mode: LabelMode;

  /**
   * @param limit - groups that get a label of their own; the rest of the profile's are `other`
   * @param minimumSize - training rows below which a group is `other` too; the profile may ask for more
   * @param missing - texts that mean a missing value
   */
  constructor(reference: GroupReference, limit: number, minimumSize = 0, missing?: readonly string[]) {
    const { attribute, of, privileged, labels: mode } = reference;
    this.attribute = attribute;
    this.minimumSize = Math.max(minimumSize, reference.minimumSize ?? 0);
    const groups = namedGroups(reference, this.minimumSize).slice(0, limit);
    this.values = new BoundedLabels(groups, { mode, missing, further: [MISSING] });
    this.privileged = privileged !== undefined && groups.includes(privileged) ? privileged : undefined;
    this.#of = of;
    this.#missing = groups.length;
    this.#mode = mode ?? 'number';
    this.#parts = (of ?? []).map((_, i) => new LabelMatcher(partsAt(i, reference), { mode, missing }));
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
      const known = this.values.knownIndexOf(read(this.attribute));
      return known === NO_MATCH.missing ? this.#missing : this.values.labelAt(known);
    }
    const parts = this.#of.map((attribute, i) => this.#partOf(i, read(attribute)));
    return parts.includes('') ? this.#missing : this.values.indexOf(parts.join(SEPARATOR));
  }

  /** The label of one attribute's value; empty for a missing one. */
  #partOf(i: number, value: unknown): string {
    const matcher = this.#parts[i];
    if (matcher?.indexOf(value) === NO_MATCH.missing) return '';
    return matcher?.labelOf(value) ?? canonicalText(value, this.#mode) ?? OTHER;
  }
}

/** Groups with a label of their own: those that are large enough, and whose name does not stand for something else. */
function namedGroups({ values, counts }: GroupReference, minimumSize: number): string[] {
  return values.filter((value, i) => !UNCOMPARED_GROUPS.includes(value) && (counts?.[i] ?? Infinity) >= minimumSize);
}

/** Different values of one attribute of an intersection; those of values that hold the separator cannot be told. */
function partsAt(i: number, { of = [], values }: GroupReference): string[] {
  const parts = values.map((value) => value.split(SEPARATOR)).filter(({ length }) => length === of.length);
  return [...new Set(parts.map((each) => each[i] as string))];
}
