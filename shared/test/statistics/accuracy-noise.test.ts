import { criticalDropOf } from '../../src/statistics/accuracy-noise.ts';

test('the standard error of a share, times the quantile', () => {
  expect(criticalDropOf(0.85, 200, Infinity, 0.001)).toBeCloseTo(3.0902 * Math.sqrt((0.85 * 0.15) / 200), 5);
  expect(criticalDropOf(0.85, 200, 200, 0.001)).toBeCloseTo(3.0902 * Math.sqrt((0.85 * 0.15) / 100), 5);
  expect(criticalDropOf(1, 200, Infinity, 0.001)).toBe(0);
});

test('without a baseline there is none', () => {
  expect(criticalDropOf(NaN, 200, Infinity, 0.001)).toBeNaN();
});
