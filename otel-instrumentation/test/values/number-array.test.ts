import { isFloat32, isNumberArray } from '../../src/values/number-array.ts';
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

test('arrays of 32 bits, of every realm', () => {
  for (const array of [Float32Array.of(1), foreign('Float32Array.of(1)')]) expect(isFloat32(array)).toBe(true);
  for (const other of [Float64Array.of(1), [1], undefined]) expect(isFloat32(other)).toBe(false);
});
