import { types } from 'node:util';
import { halfFloats } from '../values/half-floats.ts';
import { isList } from '../values/is-list.ts';
import { readField } from '../values/read-field.ts';

/** A tensor: values row by row, and the size of each dimension. */
export interface TensorLike {
  readonly data: ArrayLike<unknown>;
  readonly dims: readonly number[];
}

/** A tensor of TensorFlow.js, whose values are fetched from the device that computes them. */
export interface TensorflowTensor {
  readonly shape: readonly number[];
  dataSync(): ArrayLike<unknown>;
}

/** A tensor as a library gives it, also of an `ndarray` with `data` and `shape`. */
export type AnyTensor =
  TensorLike | TensorflowTensor | { readonly data: ArrayLike<unknown>; readonly shape: readonly number[] };

/** Whether a value is a tensor, which does not fetch its values. Never throws. */
export function isTensor(value: unknown): value is AnyTensor {
  const dims = sizesOf(value);
  return (
    Array.isArray(dims) &&
    dims.every((size) => Number.isInteger(size)) &&
    (typeof readField(value, 'dataSync') === 'function' || isList(readField(value, 'data')))
  );
}

/** Read where they are named, since every result is asked: see `iterationOf`. */
function sizesOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    const { dims, shape } = value as { readonly dims?: unknown; readonly shape?: unknown };
    return dims ?? shape;
  } catch {
    return undefined;
  }
}

/** The size of each dimension. */
export function dimensionsOf(tensor: AnyTensor): readonly number[] {
  return 'dims' in tensor ? tensor.dims : tensor.shape;
}

/**
 * The values and dimensions of a tensor. Reading it may wait for a device.
 *
 * @throws what the library throws, as for a tensor that is disposed of
 */
export function readTensor(tensor: AnyTensor): TensorLike {
  const dims = dimensionsOf(tensor);
  const data = 'dataSync' in tensor ? tensor.dataSync() : tensor.data;
  const isHalf = readField(tensor, 'type') === 'float16' && types.isUint16Array(data);
  return { data: isHalf ? halfFloats(data) : data, dims };
}
