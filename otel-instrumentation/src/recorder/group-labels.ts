import { canonicalText, LabelMatcher, type GroupReference, type LabelMode } from '@driftline/shared';
import { BoundedLabels } from './bounded-labels.ts';
import { readField } from '../values/read-field.ts';

const SEPARATOR = ' & ';

/** Finds the group that a row belongs to, by one attribute such as `sex` or by several such as `sex` and `race`. */
export class GroupLabels {
  readonly attribute: string;
  readonly values: BoundedLabels;
  readonly #of: readonly string[] | undefined;
  /** For an intersection: the known values of each attribute. */
  readonly #parts: readonly LabelMatcher[];
  readonly #mode: LabelMode;

  /**
   * @param limit - groups that get a label of their own; the rest of the profile's are `other`
   * @param missing - texts that mean a missing value
   */
  constructor(reference: GroupReference, limit: number, missing?: readonly string[]) {
    const { attribute, of, values, labels: mode } = reference;
    this.attribute = attribute;
    this.values = new BoundedLabels(values, { limit, mode, missing });
    this.#of = of;
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
    if (this.#of === undefined) return this.values.indexOf(read(this.attribute));
    return this.values.indexOf(this.#of.map((attribute, i) => this.#partOf(i, read(attribute))).join(SEPARATOR));
  }

  #partOf(i: number, value: unknown): string {
    return this.#parts[i]?.labelOf(value) ?? canonicalText(value, this.#mode) ?? '';
  }
}

/** Different values of one attribute of an intersection; those of values that hold the separator cannot be told. */
function partsAt(i: number, { of = [], values }: GroupReference): string[] {
  const parts = values.map((value) => value.split(SEPARATOR)).filter(({ length }) => length === of.length);
  return [...new Set(parts.map((each) => each[i] as string))];
}
