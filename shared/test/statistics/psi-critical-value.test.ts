import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';

test.each([
  ['ten bins, 100 against 100', 100, 100, 10, 0.3384, 4],
  ['ten bins, 1000 against 1000', 1000, 1000, 10, 0.0338, 4],
  ['the seven bins of the published example', 1001, 999, 7, 0.0252, 4],
])('published: %s', (_what, live, reference, bins, value, digits) => {
  expect(psiCriticalValueOf(live, reference, bins)).toBeCloseTo(value, digits);
});

test('one bin leaves nothing to chance; without a bin there is no value', () => {
  expect(psiCriticalValueOf(100, 100, 1)).toBe(0);
  expect(psiCriticalValueOf(100, 100, 0)).toBeNaN();
});

test('more features have a higher floor each', () => {
  const floors = [1, 2, 40, 1000].map((features) => psiCriticalValueOf(1000, 1000, 10, 0.001, features));
  expect(floors).toEqual([...floors].sort((a, b) => a - b));
  // 37.125 is the quantile of χ² with nine degrees at 1 − 0.001 / 40.
  expect((floors[2] as number) / (0.002 * 37.125)).toBeGreaterThan(1);
  expect((floors[2] as number) / (0.002 * 37.125)).toBeLessThan(1.04);
});
