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
import { readField } from '../values/read-field.ts';

const SEPARATOR = ' & ';

/** Bounds of the groups, and how their values are read. */
interface GroupOptions {
  /** Groups that get a label of their own; the rest of the profile's are `other`. */
  readonly limit: number;
  /** Training rows below which a group is `other` too; the profile may ask for more. */
  readonly minimumSize?: number;
  /** Texts that mean a missing value. */
  readonly missing?: readonly string[] | undefined;
}

/** Finds the group that a row belongs to, by one attribute such as `sex` or by several such as `sex` and `race`. */
export class GroupLabels {
  readonly attribute: string;
  /** Labels of the groups, then `missing` and `other`. */
  readonly values: { readonly labels: readonly string[] };
  /** The group that the others are compared with, if it is among the labels. */
  readonly privileged: string | undefined;
  /** Predictions below which nothing of a group is exported. */
  readonly minimumSize: number;
  readonly #of: readonly string[] | undefined;
  readonly #matcher: LabelMatcher;
  /** For an intersection: the known values of each attribute. */
  readonly #parts: readonly LabelMatcher[];
  readonly #mode: LabelMode;
  /** Position among the labels of each value of the profile. */
  readonly #positions: readonly number[];
  readonly #missing: number;
  readonly #other: number;

  constructor(reference: GroupReference, { limit, minimumSize = 0, missing }: GroupOptions) {
    const { attribute, of, privileged, values, labels: mode } = reference;
    this.attribute = attribute;
    this.minimumSize = Math.max(minimumSize, reference.minimumSize ?? 0);
    const groups = namedGroups(reference, this.minimumSize).slice(0, limit);
    this.values = { labels: [...groups, MISSING, OTHER] };
    this.privileged = privileged !== undefined && groups.includes(privileged) ? privileged : undefined;
    this.#of = of;
    this.#missing = groups.length;
    this.#other = groups.length + 1;
    this.#positions = values.map((value) => {
      const position = this.values.labels.indexOf(value);
      return position < 0 ? this.#other : position;
    });
    this.#matcher = new LabelMatcher(values, { mode, missing: [...(missing ?? []), MISSING] });
    this.#mode = this.#matcher.mode;
    this.#parts = (of ?? []).map((_, i) => new LabelMatcher(partsAt(i, reference), { mode: this.#mode, missing }));
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
    if (this.#of === undefined) return this.#positionOf(read(this.attribute));
    let joined: string | undefined;
    for (let i = 0; i < this.#of.length; i++) {
      const part = this.#partOf(this.#parts[i] as LabelMatcher, read(this.#of[i] as string));
      if (part === undefined) return this.#missing;
      joined = joined === undefined ? part : joined + SEPARATOR + part;
    }
    return this.#positionOf(joined);
  }

  #positionOf(value: unknown): number {
    const known = this.#matcher.indexOf(value);
    if (known >= 0) return this.#positions[known] as number;
    return known === NO_MATCH.missing ? this.#missing : this.#other;
  }

  /** The label of one attribute's value; undefined for a missing one, and never that of a group for what has none. */
  #partOf(matcher: LabelMatcher, value: unknown): string | undefined {
    const known = matcher.indexOf(value);
    if (known === NO_MATCH.missing) return undefined;
    return matcher.known[known] ?? canonicalText(value, this.#mode) ?? OTHER;
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
