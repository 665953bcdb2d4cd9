import { isList } from '../values/is-list.ts';
import { roundingOf, type NumberArray } from '../values/number-array.ts';
import { readField } from '../values/read-field.ts';
import { shortestDecimal } from '../values/shortest-decimal.ts';
import type { AnyTensor } from './tensor.ts';

/** Values of one column: a typed array, or a plain one of anything. */
export type Column = ArrayLike<unknown>;

/** Columns by feature name, all of the same length. */
export type FeatureColumns = Readonly<Record<string, Column | AnyTensor>>;

/** The features of many rows: columns, rows by name or by position, or a tensor with a row for each. */
export type BatchFeatures = FeatureColumns | readonly object[] | AnyTensor;

/** Many predictions of one call of the model. Every field may be absent, and none is trusted. */
export interface PredictionBatch {
  /** A shorter or absent column counts as missing values. */
  readonly features?: BatchFeatures | undefined;
  /** The outputs of the model, as {@link Observation.prediction} has them; a tensor has a row for each. */
  readonly predictions?: Column | AnyTensor | undefined;
  /** Probabilities of the classes, an array for each row: their scores, and the predictions if these are absent. */
  readonly probabilities?: Column | AnyTensor | undefined;
  /** Scores behind the classes. */
  readonly scores?: Column | undefined;
  /** Columns by group attribute, or rows; default: the features. */
  readonly groups?: Readonly<Record<string, Column>> | readonly object[] | undefined;
  /** Columns by attribute of segments, or rows; default: those of the features, and else of the groups. */
  readonly segments?: Readonly<Record<string, Column>> | readonly object[] | undefined;
  /** Identifiers for outcomes that come later. */
  readonly ids?: Column | undefined;
  /** Duration of the whole call, which counts as one. */
  readonly durationSeconds?: number;
}

/** A batch whose shapes are read: everything is a column. */
export interface ColumnBatch {
  readonly features?: Readonly<Record<string, Column>> | undefined;
  readonly predictions?: Column | undefined;
  readonly scores?: Column | undefined;
  /** The scores of each class that has bins of scores, where `scores` are not those of the only one. */
  readonly classScores?: readonly Column[] | undefined;
  readonly groups?: Readonly<Record<string, Column>> | undefined;
  readonly segments?: Readonly<Record<string, Column>> | undefined;
  readonly ids?: Column | undefined;
  readonly durationSeconds?: number;
}

const nothing = (): undefined => undefined;

/** Reads a column safely: undefined beyond its end, and for what is no column at all. */
export function columnReader(column: unknown): (row: number) => unknown {
  if (lengthOf(column) === 0) return nothing;
  return (row) => {
    try {
      return (column as Column)[row];
    } catch {
      return undefined;
    }
  };
}

/** The same for a column of labels: 0.1 out of a `Float32Array` is the label 0.1. */
export function labelReader(column: unknown): (row: number) => unknown {
  const round = roundingOf(column);
  if (round === undefined) return columnReader(column);
  const numbers = column as NumberArray;
  return (row) => (row < numbers.length ? shortestDecimal(numbers[row] as number, round) : undefined);
}

/** Rows of a batch: the length of its longest column. */
export function rowsIn({ features, predictions }: ColumnBatch): number {
  const columns = typeof features === 'object' && features !== null ? Object.values(features) : [];
  return Math.max(0, ...columns.map(lengthOf), lengthOf(predictions));
}

/** Rows of a column; 0 for what is none. */
export function lengthOf(column: unknown): number {
  // A text has a length too, but nobody means its letters to be rows.
  if (!isList(column)) return 0;
  const length = readField(column, 'length');
  return typeof length === 'number' && length > 0 ? length : 0;
}
