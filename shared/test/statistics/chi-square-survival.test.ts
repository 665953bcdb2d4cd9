import fc from 'fast-check';
import { chiSquareSurvival } from '../../src/statistics/chi-square-survival.ts';

// The usual table: upper critical values of χ², NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4.
test.each([
  [3.841, 1, 0.05],
  [5.991, 2, 0.05],
  [18.307, 10, 0.05],
  [23.209, 10, 0.01],
  [124.342, 100, 0.05],
])('published: %d with %d degrees of freedom', (value, degrees, probability) => {
  expect(chiSquareSurvival(value, degrees)).toBeCloseTo(probability, 4);
});

test('ends of the scale', () => {
  expect(chiSquareSurvival(0, 3)).toBe(1);
  expect(chiSquareSurvival(-1, 3)).toBe(1);
  expect(chiSquareSurvival(Infinity, 3)).toBe(0);
});

test('has no value for less than one degree of freedom, or without a value', () => {
  expect(chiSquareSurvival(1, 0)).toBeNaN();
  expect(chiSquareSurvival(1, NaN)).toBeNaN();
  expect(chiSquareSurvival(NaN, 3)).toBeNaN();
});

test('is exp(−x/2) with two degrees of freedom', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
      expect(chiSquareSurvival(value, 2)).toBeCloseTo(Math.exp(-value / 2), 12);
    }),
  );
});
