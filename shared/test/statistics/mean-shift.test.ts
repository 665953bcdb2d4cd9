import { meanShiftOf } from '../../src/statistics/mean-shift.ts';

test('is the distance of the means in standard deviations', () => {
  // 10, 20 and 60 have a mean of 30; the baseline is 20 ± 5.
  expect(meanShiftOf(30, 20, 5)).toBeCloseTo(2, 12);
  expect(meanShiftOf(-2, 0, 2)).toBeCloseTo(-1, 12);
});

test('has no value without a mean, and for a constant', () => {
  expect(meanShiftOf(NaN, 0, 5)).toBeNaN();
  expect(meanShiftOf(1, 0, 0)).toBeNaN();
});
