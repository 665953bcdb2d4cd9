import { emptyLike, isNumberArray, roundingOf } from '../../src/values/number-array.ts';
import { foreign } from '../foreign.ts';

test('arrays of fractions, of every realm', () => {
  const other = foreign<Float32Array>('Float32Array.of(1.5)');
  expect(other instanceof Float32Array).toBe(false);
  for (const array of [Float32Array.of(1.5), Float64Array.of(1.5), other]) expect(isNumberArray(array)).toBe(true);
});

test.each([null, [1.5], 'x', Int32Array.of(1), BigInt64Array.of(1n), new DataView(new ArrayBuffer(8))])(
  '%p is none',
  (value) => {
    expect(isNumberArray(value)).toBe(false);
  },
);

test('arrays of 32 bits are rounded, those of every realm', () => {
  for (const array of [Float32Array.of(1), foreign('Float32Array.of(1)')]) expect(roundingOf(array)).toBe(Math.fround);
  for (const other of [Float64Array.of(1), [1], undefined]) expect(roundingOf(other)).toBeUndefined();
});

test('an empty array is of the same type', () => {
  expect(emptyLike(Float32Array.of(1), 2)).toEqual(Float32Array.of(0, 0));
  for (const other of [Float64Array.of(1), BigInt64Array.of(1n), ['a']]) {
    expect(emptyLike(other, 1)).toEqual(Float64Array.of(0));
  }
});

const { Float16Array } = globalThis as { readonly Float16Array?: { of(...values: number[]): ArrayLike<number> } };
const withHalves = Float16Array === undefined ? test.skip : test;

withHalves('arrays of 16 bits are rounded, where the runtime has them', () => {
  const halves = Float16Array?.of(0.1) as ArrayLike<number>;
  expect(isNumberArray(halves)).toBe(true);
  expect(roundingOf(halves)?.(0.1)).toBe(halves[0]);
  expect(roundingOf(emptyLike(halves, 1))).toBe(roundingOf(halves));
});
