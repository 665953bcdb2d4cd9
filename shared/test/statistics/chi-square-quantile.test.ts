import exactQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import fc from 'fast-check';
import { chiSquareQuantile } from '../../src/statistics/chi-square-quantile.ts';
import { ALERT_SIGNIFICANCE } from '../../src/statistics/significance.ts';

// Exact quantiles from the tables of the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
test.each([
  [0.95, 2, 5.991, 0.001],
  [0.95, 6, 12.592, 0.0001],
  [0.95, 9, 16.919, 0.0001],
  [0.95, 19, 30.144, 0.0001],
  [0.99, 2, 9.21, 0.001],
  [0.99, 9, 21.666, 0.0001],
  [0.99, 30, 50.892, 0.0001],
])('%d quantile with %d degrees of freedom is %d', (probability, degrees, exact, relative) => {
  expect(Math.abs(chiSquareQuantile(degrees, probability) / exact - 1)).toBeLessThan(relative);
});

/** The relative error that the docstring states. */
const stated = (degrees: number): number => (degrees >= 9 ? 1e-5 : degrees >= 2 ? 1e-3 : 1e-12);

test('agrees with the quantile of a library within the stated error', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0.95, 0.99), (degrees, probability) => {
      const error = Math.abs(chiSquareQuantile(degrees, probability) / exactQuantile(probability, degrees) - 1);
      expect([degrees, probability, error, error <= stated(degrees)]).toEqual([degrees, probability, error, true]);
    }),
  );
});

test.each([
  [1, 1e-9],
  [2, 0.04],
  [3, 0.011],
  [5, 0.003],
])('where alerts look, with %d degrees, it is within %d', (degrees, relative) => {
  const exact = exactQuantile(1 - ALERT_SIGNIFICANCE, degrees);
  expect(Math.abs(chiSquareQuantile(degrees, 1 - ALERT_SIGNIFICANCE) / exact - 1)).toBeLessThan(relative);
});

test('is always 0 without any freedom, and has no value for less', () => {
  expect(chiSquareQuantile(0, 0.95)).toBe(0);
  expect(chiSquareQuantile(-1, 0.95)).toBeNaN();
});
