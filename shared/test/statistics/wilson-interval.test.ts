import fc from 'fast-check';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

// Published: Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('published: %d of %d', (numerator, denominator, lower, upper) => {
  const interval = wilsonInterval({ numerator, denominator });
  expect(interval.map((end) => Number(end.toFixed(4)))).toEqual([lower, upper]);
});

test('has no value without observations', () => {
  expect(wilsonInterval({ numerator: 0, denominator: 0 })).toEqual([NaN, NaN]);
});

test('holds the share, stays between 0 and 1, and is wider where it may miss less often', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const rate = { numerator: Math.round(share * n), denominator: n };
      const [lower, upper] = wilsonInterval(rate);
      const [wideLower, wideUpper] = wilsonInterval(rate, 0.01);
      const ends = [-1e-12, wideLower, lower, rate.numerator / n, upper, wideUpper, 1 + 1e-12];
      for (const [i, end] of ends.slice(1).entries()) expect(end).toBeGreaterThanOrEqual((ends[i] as number) - 1e-12);
    }),
  );
});
