import { types } from 'node:util';

/** An array of nothing but numbers, fractions included. */
export type NumberArray = Float64Array | Float32Array;

/** Whether a value is such an array of any realm: one that native code creates may not have our `Float32Array`. */
export function isNumberArray(value: unknown): value is NumberArray {
  return types.isFloat64Array(value) || types.isFloat32Array(value);
}

/** Whether the numbers of a column are rounded to 32 bits; asked once a column, because it is slow. */
export function isFloat32(column: unknown): boolean {
  return types.isFloat32Array(column);
}
