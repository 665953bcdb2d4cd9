import { chiSquareQuantile } from '../../src/measures/chi-square-quantile.ts';

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

test('one degree of freedom is within 1.2 %', () => {
  expect(Math.abs(chiSquareQuantile(1, 0.95) / 3.841 - 1)).toBeLessThan(0.012);
});
