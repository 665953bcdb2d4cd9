import { types } from 'node:util';

/** An array of nothing but numbers, fractions included: a `Float64Array`, `Float32Array` or `Float16Array`. */
export type NumberArray = ArrayLike<number>;

/** Rounds a number to what an array of a narrow type holds of it. */
export type Rounding = (value: number) => number;

/** Absent before Node 24, as is `Float16Array`. */
const { f16round } = Math as { readonly f16round?: Rounding };
const { Float16Array } = globalThis as {
  readonly Float16Array?: new (length: number) => { [row: number]: number } & NumberArray;
};

/** Whether a value is such an array of any realm: one that native code creates may not have our `Float32Array`. */
export function isNumberArray(value: unknown): value is NumberArray {
  return types.isFloat64Array(value) || roundingOf(value) !== undefined;
}

/** How the numbers of a column are rounded; undefined if they are not. Asked once a column, because it is slow. */
export function roundingOf(column: unknown): Rounding | undefined {
  if (types.isFloat32Array(column)) return Math.fround;
  return isFloat16Array(column) ? f16round : undefined;
}

/** Zeros in an array of the type that `column` has; a `Float64Array` for what is no array of fractions. */
export function emptyLike(column: unknown, length: number): { [row: number]: number } & NumberArray {
  if (types.isFloat32Array(column)) return new Float32Array(length);
  return Float16Array !== undefined && isFloat16Array(column) ? new Float16Array(length) : new Float64Array(length);
}

function isFloat16Array(value: unknown): boolean {
  return ArrayBuffer.isView(value) && Reflect.get(value, Symbol.toStringTag) === 'Float16Array';
}
