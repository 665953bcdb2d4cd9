import fc from 'fast-check';
import { kolmogorovSmirnovStatistic } from '../../src/statistics/kolmogorov-smirnov-statistic.ts';
import { totalVariationDistance } from '../../src/statistics/total-variation-distance.ts';

test('is the largest difference of the cumulative shares', () => {
  // Cumulative 0.1, 0.3, 1 against 0.5, 0.75, 1.
  expect(kolmogorovSmirnovStatistic([1, 2, 7], [2, 1, 1])).toBeCloseTo(0.45, 12);
});

test('is 1 for sides without a bin in common, and has no value for an empty one', () => {
  expect(kolmogorovSmirnovStatistic([5, 0], [0, 3])).toBe(1);
  expect(kolmogorovSmirnovStatistic([0, 0], [0, 3])).toBeNaN();
  expect(kolmogorovSmirnovStatistic([5, 0], [0, 0])).toBeNaN();
});

test('is at most the total variation distance, of whatever counts', () => {
  const side = fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }).filter((counts) => counts.some((n) => n > 0));
  fc.assert(
    fc.property(side, side, (live, reference) => {
      const statistic = kolmogorovSmirnovStatistic(live, reference);
      expect(statistic).toBeGreaterThanOrEqual(0);
      expect(statistic).toBeLessThanOrEqual(totalVariationDistance(live, reference) + 1e-12);
    }),
  );
});
