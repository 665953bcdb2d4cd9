import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';

test.each([
  ['ten bins, 100 against 100', 100, 100, 10, 0.3384, 4],
  ['ten bins, 1000 against 1000', 1000, 1000, 10, 0.0338, 4],
  ['the seven bins of the published example', 1001, 999, 7, 0.0252, 4],
])('published: %s', (_what, live, reference, bins, value, digits) => {
  expect(psiCriticalValueOf(live, reference, bins)).toBeCloseTo(value, digits);
});

test('has no value for one bin', () => {
  expect(psiCriticalValueOf(100, 100, 1)).toBeNaN();
});
