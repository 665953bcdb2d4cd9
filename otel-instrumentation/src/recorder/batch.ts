import { roundingOf, type NumberArray } from '../values/number-array.ts';
import { readField } from '../values/read-field.ts';
import { shortestDecimal } from '../values/shortest-decimal.ts';

/** Values of one column: a typed array, or a plain one of anything. */
export type Column = ArrayLike<unknown>;

/** Columns by feature name, all of the same length. */
export type FeatureColumns = Readonly<Record<string, Column>>;

/** Many predictions of one call of the model, as columns. Every field may be absent, and none is trusted. */
export interface PredictionBatch {
  /** A shorter or absent column counts as missing values. */
  readonly features?: FeatureColumns;
  /** The predicted classes, or a regression's numbers. */
  readonly predictions?: Column;
  /** Scores behind the classes. */
  readonly scores?: Column;
  /** Columns by group attribute; default: the features. */
  readonly groups?: FeatureColumns;
  /** Identifiers for outcomes that come later. */
  readonly ids?: Column;
  /** Duration of the whole call, which counts as one. */
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
export function rowsIn({ features, predictions }: PredictionBatch): number {
  const columns = typeof features === 'object' && features !== null ? Object.values(features) : [];
  return Math.max(0, ...columns.map(lengthOf), lengthOf(predictions));
}

function lengthOf(column: unknown): number {
  // A text has a length too, but nobody means its letters to be rows.
  if (!Array.isArray(column) && !ArrayBuffer.isView(column)) return 0;
  const length = readField(column, 'length');
  return typeof length === 'number' && length > 0 ? length : 0;
}
