import type { Column, PredictionBatch } from '../recorder/batch.ts';
import type { TensorLike } from '../recorder/tensor.ts';
import { emptyLike, isNumberArray } from '../values/number-array.ts';

export interface TensorNames {
  /** Names of the input's columns, in their order; an empty name skips one. */
  readonly features: readonly string[];
  /** Labels of the classes, if the output has a column for each; the largest wins. */
  readonly classes?: readonly string[];
}

/**
 * One call of a model over tensors as a batch. The input has a row for each prediction and a column for each feature.
 * In the output, one number a row is a regression's prediction or a score, one text a row is a class, and one number a
 * class are the scores of all classes.
 */
export function tensorBatch(input: TensorLike, output: TensorLike | undefined, names: TensorNames): PredictionBatch {
  const rows = input.dims[0] ?? 0;
  const width = rows > 0 ? input.data.length / rows : 0;
  const features = Object.fromEntries(
    names.features.flatMap((name, column) =>
      name === '' || column >= width ? [] : [[name, columnOf(input.data, column, width, rows)]],
    ),
  );
  return { features, ...(output === undefined ? {} : answersOf(output, rows, names.classes)) };
}

function answersOf(output: TensorLike, rows: number, classes: readonly string[] | undefined): PredictionBatch {
  const width = rows > 0 ? output.data.length / rows : 0;
  if (classes === undefined || width < 2) {
    return { predictions: columnOf(output.data, 0, Math.max(width, 1), rows) };
  }
  const predictions: string[] = [];
  const scores = emptyLike(output.data, rows);
  for (let row = 0; row < rows; row++) {
    let best = 0;
    for (let column = 1; column < width; column++) {
      if (Number(output.data[row * width + column]) > Number(output.data[row * width + best])) best = column;
    }
    predictions.push(classes[best] ?? '');
    scores[row] = Number(output.data[row * width + best]);
  }
  return { predictions, scores };
}

function columnOf(data: ArrayLike<unknown>, column: number, width: number, rows: number): Column {
  if (!isNumberArray(data)) {
    return Array.from({ length: rows }, (_, row) => data[row * width + column]);
  }
  // Of the same type, since its numbers are rounded.
  const values = emptyLike(data, rows);
  for (let row = 0; row < rows; row++) values[row] = data[row * width + column] as number;
  return values;
}
