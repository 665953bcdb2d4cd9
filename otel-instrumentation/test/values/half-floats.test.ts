import { halfFloat, halfFloats } from '../../src/values/half-floats.ts';

// Examples of IEEE 754-2008, binary16.
test.each([
  [0x3c00, 1],
  [0xc000, -2],
  [0x7bff, 65504],
  [0x0001, 2 ** -24],
  [0x0400, 2 ** -14],
  [0x3555, 0.333251953125],
  [0x8000, -0],
  [0x7c00, Infinity],
  [0xfc00, -Infinity],
  [0x7e00, NaN],
])('the bits %p are %p', (bits, number) => expect(halfFloat(bits)).toBe(number));

test('an array of bits is an array of numbers', () => {
  expect([...(halfFloats(Uint16Array.of(0x3c00, 0xc000)) as Float32Array)]).toEqual([1, -2]);
});
