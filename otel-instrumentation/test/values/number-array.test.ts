import { isNumberArray } from '../../src/values/number-array.ts';
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
