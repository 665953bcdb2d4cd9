import { valueOfRate } from '../../src/statistics/rate.ts';
import { unseenShareOf } from '../../src/statistics/unseen-share.ts';

const counts = { observations: 80, missing: 15, invalid: 5, unseen: 24, outlier: 0, out_of_range: 0, converted: 0 };

test('unseen is what the bin `other` holds beyond its training share', () => {
  expect(unseenShareOf({ ...counts, otherInTraining: 0.2 })).toEqual({ numerator: 8, denominator: 100 });
});

test('without a category in `other`, all that falls there is unseen', () => {
  expect(unseenShareOf({ ...counts, otherInTraining: 0 })).toEqual({ numerator: 24, denominator: 100 });
});

test('fewer than in training are none, not less than none', () => {
  expect(valueOfRate(unseenShareOf({ ...counts, otherInTraining: 0.5 }))).toBe(0);
});
