import { valueOfRate } from '../../src/statistics/rate.ts';
import { problemShareOf } from '../../src/statistics/problem-share.ts';

const counts = { observations: 90, missing: 5, invalid: 5, unseen: 9, outlier: 18, out_of_range: 0, converted: 0 };

test.each([
  ['missing', 0.05],
  ['invalid', 0.05],
  ['unseen', 0.09],
  ['outlier', 0.18],
  ['out_of_range', 0],
] as const)('%s values are a share of all rows, unseen ones and outliers being in a bin as well', (problem, share) => {
  expect(valueOfRate(problemShareOf(problem, counts))).toBeCloseTo(share, 12);
});

test('has no value where nothing was seen', () => {
  const nothing = { observations: 0, missing: 0, invalid: 0, unseen: 0, outlier: 0, out_of_range: 0, converted: 0 };
  expect(valueOfRate(problemShareOf('missing', nothing))).toBeNaN();
});
