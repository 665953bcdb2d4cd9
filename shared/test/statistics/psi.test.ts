import { populationStabilityIndex, psiContribution } from '../../src/statistics/psi.ts';
import { ZERO_SHARE } from '../../src/statistics/zero-share.ts';

test('published: seven bins, 0.0677', () => {
  const value = populationStabilityIndex([177, 262, 285, 158, 88, 25, 6], [253, 302, 204, 134, 72, 26, 8]);
  expect(value).toBeCloseTo(0.0677, 4);
});

test('is zero for equal shares and symmetric', () => {
  expect(populationStabilityIndex([1, 2, 3], [10, 20, 30])).toBeCloseTo(0, 15);
  expect(populationStabilityIndex([5, 1], [2, 9])).toBeCloseTo(populationStabilityIndex([2, 9], [5, 1]), 12);
});

test('a zero share counts as 0.0001 and a tiny share as itself', () => {
  expect(psiContribution(0, 10, 5, 10)).toBeCloseTo((ZERO_SHARE - 0.5) * Math.log(ZERO_SHARE / 0.5), 12);
  expect(psiContribution(1, 100_000, 1, 2)).toBeCloseTo((0.00001 - 0.5) * Math.log(0.00001 / 0.5), 12);
});

test('has no value without observations', () => {
  expect(populationStabilityIndex([0, 0], [1, 1])).toBeNaN();
  expect(populationStabilityIndex([1, 1], [0, 0])).toBeNaN();
});

test('refuses bins that do not match', () => {
  expect(() => populationStabilityIndex([1], [1, 2])).toThrow('1 live bins cannot be compared with 2');
});
