import { DEFAULT_MINIMUM_OBSERVATIONS, DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { isEnough, minimumOf, whenEnough } from '../../src/query/minimum-observations.ts';

const atLeast = (minimumObservations: number) => ({ ...DEFAULT_QUERY, minimumObservations });

test('a query without a minimum has the default one', () => {
  expect(minimumOf(DEFAULT_QUERY)).toBe(DEFAULT_MINIMUM_OBSERVATIONS);
  expect(minimumOf(atLeast(7))).toBe(7);
});

test('a comparison bin by bin needs 20 for each bin, unless the query says otherwise', () => {
  expect([1, 10, 11, 50].map((bins) => minimumOf(DEFAULT_QUERY, bins))).toEqual([200, 200, 220, 1000]);
  expect(minimumOf(atLeast(7), 50)).toBe(7);
  expect([999, 1000].map((observations) => isEnough(observations, DEFAULT_QUERY, 50))).toEqual([false, true]);
});

test('the minimum itself is enough, and none are never', () => {
  expect([99, 100, 101].map((observations) => isEnough(observations, atLeast(100)))).toEqual([false, true, true]);
  expect([0, 1, NaN].map((observations) => isEnough(observations, atLeast(0)))).toEqual([false, true, false]);
});

test('from too few there is no value', () => {
  expect(whenEnough(0.3, 100, atLeast(100))).toBe(0.3);
  expect(whenEnough(0.3, 99, atLeast(100))).toBeNaN();
  expect(whenEnough(0.3, NaN, atLeast(100))).toBeNaN();
});
