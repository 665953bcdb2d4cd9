import { types } from 'node:util';

/** An array of nothing but numbers, fractions included. */
export type NumberArray = Float64Array | Float32Array;

/** Whether a value is such an array, of whatever realm: what native code makes need not have our `Float32Array`. */
export function isNumberArray(value: unknown): value is NumberArray {
  return types.isFloat64Array(value) || types.isFloat32Array(value);
}
