import fc from 'fast-check';
import { shortestDecimal } from '../../src/values/shortest-decimal.ts';

test('a number of 32 bits is the decimal that was rounded', () => {
  expect([0.1, 3.3, 12345.678, 1e-10, 7].map((value) => shortestDecimal(Math.fround(value), Math.fround))).toEqual([
    0.1, 3.3, 12345.678, 1e-10, 7,
  ]);
});

test('it is rounded to the same number in every case', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Math.fround(shortestDecimal(value, Math.fround))).toBe(value);
    }),
  );
  expect(shortestDecimal(NaN, Math.fround)).toBeNaN();
});
