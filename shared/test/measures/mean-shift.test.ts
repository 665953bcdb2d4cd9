import { meanShiftOf } from '../../src/measures/mean-shift.ts';

test('is the distance of the means in standard deviations', () => {
  // 10, 20 and 60 around a reference of 20 ± 5: their mean is 30.
  expect(meanShiftOf(40, 10, 3, 5)).toBeCloseTo(2, 12);
  expect(meanShiftOf(0, 10, 5, 2)).toBeCloseTo(-1, 12);
});

test('has no value without observations, and for a constant', () => {
  expect(meanShiftOf(0, 0, 0, 5)).toBeNaN();
  expect(meanShiftOf(1, 0, 1, 0)).toBeNaN();
});
