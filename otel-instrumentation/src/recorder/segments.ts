import { OTHER, type SegmentedReference } from '@driftline/shared';
import { readField } from '../values/read-field.ts';
import { labelReader } from './batch.ts';
import { BoundedLabels } from './bounded-labels.ts';
import type { CountMemory } from './count-memory.ts';
import { SegmentCounts, type WholeModel } from './segment-counts.ts';

/** Where the value of an attribute is looked for, in this order. */
export type SegmentSources = readonly unknown[];

/** A model counted by the values of one attribute. A row of an unknown value, or of none, is in the segment `other`. */
export class Segments {
  readonly attribute: string;
  /** One for each value of the profile, and that of all others at the end. */
  readonly values: readonly SegmentCounts[];
  readonly #labels: BoundedLabels;

  constructor({ attribute, labels: mode, values, other }: SegmentedReference, model: WholeModel, memory: CountMemory) {
    this.attribute = attribute;
    const names = values.map(({ value }) => value);
    this.#labels = new BoundedLabels(names, { mode, missing: model.profile.missingValues, more: true });
    const counted = [...new Set(values.flatMap(({ features }) => features.map(({ name }) => name)))];
    const references = [...values, other];
    this.values = [...names, OTHER].map(
      (value, i) => new SegmentCounts({ attribute, value }, references[i], counted, model, memory),
    );
  }

  /** Whether features are counted. */
  get hasFeatures(): boolean {
    return this.values.some(({ features }) => features.length > 0);
  }

  /** Position of a row's segment; each source is any object that may hold the attribute. */
  indexIn(sources: SegmentSources): number {
    for (const source of sources) {
      const value = readField(source, this.attribute);
      if (value !== undefined) return this.#labels.indexOf(value);
    }
    return this.values.length - 1;
  }

  /** What finds the same for a row of columns. */
  readerOf(sources: SegmentSources): (row: number) => number {
    const column = sources.map((source) => readField(source, this.attribute)).find((each) => each !== undefined);
    const value = labelReader(column);
    return (row) => this.#labels.indexOf(value(row));
  }
}
