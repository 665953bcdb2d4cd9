import type { ReferenceProfile } from '@driftline/shared';
import { isList } from '../values/is-list.ts';
import { emptyLike, isNumberArray } from '../values/number-array.ts';
import { readField } from '../values/read-field.ts';
import { lengthOf, type Column } from './batch.ts';
import type { Say } from './output-reader.ts';
import { modelOf } from './recording-problem.ts';
import { dimensionsOf, isTensor, readTensor, type AnyTensor, type TensorLike } from './tensor.ts';

/** Features that are no single row by name. */
export interface Columns {
  /** By name; undefined if the shape cannot be read. */
  readonly columns: Readonly<Record<string, Column>> | undefined;
  /** Rows, if the features say it. */
  readonly rows: number | undefined;
  /** Whether the features were one vector, so that the output is that of one row. */
  readonly isVector: boolean;
  /** Objects whose keys are names of features: the rows, or the columns. */
  readonly named?: Column;
}

/**
 * Reads the features of a model, whatever their shape: a row by name, a vector, rows, columns, a tensor.
 *
 * Values by position are the features in the order of the profile, which is that of the columns of the training data.
 */
export class InputReader {
  readonly #profile: ReferenceProfile;
  readonly #say: Say;
  readonly #features: readonly string[];
  /** Names of all that a row may hold: features and group attributes. */
  readonly #names: readonly string[];

  /** @param say - warns once of each kind */
  constructor(profile: ReferenceProfile, say: Say) {
    this.#profile = profile;
    this.#say = say;
    this.#features = profile.features.map(({ name }) => name);
    this.#names = [
      ...new Set([
        ...this.#features,
        ...profile.groups.flatMap(({ of, attribute }) => of ?? [attribute]),
        ...(profile.segments ?? []).map(({ attribute }) => attribute),
      ]),
    ];
  }

  /** Whether features are one row by name, as most are; what is no object at all counts as one. Never throws. */
  isRow(features: unknown): boolean {
    if (typeof features !== 'object' || features === null) return true;
    if (isList(features)) return false;
    for (const name of this.#features) {
      const value = readField(features, name);
      if (value === undefined || value === null) continue;
      return typeof value !== 'object' || !this.#holdsColumns(features);
    }
    return !isTensor(features) && !this.#holdsColumns(features);
  }

  /** Whether features are several rows, rather than one by name or by position. Never throws. */
  isBatch(features: unknown): boolean {
    if (this.isRow(features)) return false;
    if (isTensor(features)) return dimensionsOf(features).length !== 1;
    if (!isList(features)) return true;
    return typeof features[0] === 'object' && features[0] !== null;
  }

  /** Reads features of any other shape. Never throws. */
  read(features: unknown): Columns {
    try {
      return this.#read(features);
    } catch {
      return this.#unreadable('could not be read', undefined);
    }
  }

  #read(features: unknown): Columns {
    if (isTensor(features)) return this.#readTensor(readTensor(features));
    if (!isList(features)) return this.#readColumns(features);
    const rows = features.length;
    const first = features[0];
    if (rows === 0) return { columns: {}, rows, isVector: false };
    if (isTensor(first)) {
      return rows === 1
        ? this.#readTensor(readTensor(first))
        : this.#unreadable(`are ${rows} tensors without names`, undefined);
    }
    if (isList(first)) return this.#readVectors(features as ArrayLike<unknown>);
    if (typeof first === 'object' && first !== null) {
      return { columns: this.rowsByName(features), rows, isVector: false, named: features };
    }
    if (rows !== this.#features.length) return this.#unreadable(`are a vector of ${rows} values`, 1, true);
    return { columns: this.#columnsOf({ data: features, dims: [1, rows] }), rows: 1, isVector: true };
  }

  /** Columns of rows that are objects. */
  rowsByName(rows: Column): Readonly<Record<string, Column>> {
    return Object.fromEntries(
      this.#names.flatMap((name) => {
        const column = Array.from(rows, (row) => readField(row, name));
        return column.every((value) => value === undefined) ? [] : [[name, column]];
      }),
    );
  }

  #readTensor({ data, dims }: TensorLike): Columns {
    const [rows = 1, width = 1] = dims.length === 1 ? [1, dims[0]] : dims;
    if (dims.length > 2 || width !== this.#features.length) {
      return this.#unreadable(`are a tensor of ${dims.join(' × ')}`, dims.length === 1 ? 1 : rows, dims.length === 1);
    }
    return { columns: this.#columnsOf({ data, dims: [rows, width] }), rows, isVector: dims.length === 1 };
  }

  #readVectors(rows: ArrayLike<unknown>): Columns {
    const width = this.#features.length;
    const vectors = Array.from(rows);
    const other = vectors.find((row) => lengthOf(row) !== width);
    if (other !== undefined) return this.#unreadable(`are rows of ${lengthOf(other)} values`, rows.length);
    const columns = this.#features.map((name, i): [string, Column] => {
      const values = vectors.map((row) => (row as Column)[i]);
      // Of the same type, since its numbers are rounded.
      return [name, vectors.every(isNumberArray) ? filled(emptyLike(vectors[0], values.length), values) : values];
    });
    return { columns: Object.fromEntries(columns), rows: rows.length, isVector: false };
  }

  #readColumns(features: unknown): Columns {
    const entries = Object.entries(features as object);
    if (
      entries.length > 0 &&
      !entries.some(([name]) => this.#names.includes(name)) &&
      entries.every(([, value]) => isTensor(value))
    ) {
      // Models call their only input as they like.
      return entries.length === 1
        ? this.#readTensor(readTensor(entries[0]?.[1] as AnyTensor))
        : this.#unreadable(`are ${entries.length} tensors of other names`, undefined);
    }
    const columns = entries.map(([name, column]): [string, Column] => [
      name,
      isTensor(column) ? readTensor(column).data : (column as Column),
    ]);
    return { columns: Object.fromEntries(columns), rows: undefined, isVector: false, named: [features] };
  }

  #columnsOf({ data, dims: [rows = 0, width = 0] }: TensorLike): Readonly<Record<string, Column>> {
    return Object.fromEntries(
      this.#features.map((name, i) => {
        const values = Array.from({ length: rows }, (_, row) => data[row * width + i]);
        return [name, isNumberArray(data) ? filled(emptyLike(data, rows), values) : values];
      }),
    );
  }

  /** Whether all features that are there are columns, or the only value is a tensor. */
  #holdsColumns(features: object): boolean {
    const known = this.#features
      .map((name) => readField(features, name))
      .filter((value) => value !== undefined && value !== null);
    const values = known.length > 0 ? known : valuesOf(features);
    return values.length > 0 && values.every((value) => isTensor(value) || (known.length > 0 && isList(value)));
  }

  #unreadable(what: string, rows: number | undefined, isVector = false): Columns {
    this.#say(
      'input',
      `features of ${modelOf(this.#profile)} ${what}, and the profile has ${this.#features.length} features: they are not ` +
        'recorded. Pass one value for each feature in the order of the profile, or objects by name (option features of wrap).',
    );
    return { columns: undefined, rows, isVector };
  }
}

function filled(column: { [row: number]: number } & Column, values: readonly unknown[]): Column {
  for (const [row, value] of values.entries()) column[row] = value as number;
  return column;
}

function valuesOf(object: object): unknown[] {
  try {
    return Object.values(object);
  } catch {
    return [];
  }
}
