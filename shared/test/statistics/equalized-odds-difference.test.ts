import { equalizedOddsDifferenceOf } from '../../src/statistics/equalized-odds-difference.ts';

test('is the larger of the two differences, without sign', () => {
  expect(equalizedOddsDifferenceOf(0.1, 0.25)).toBe(0.25);
  expect(equalizedOddsDifferenceOf(-0.3, 0.05)).toBe(0.3);
});

test('has no value where one of the rates cannot be compared', () => {
  expect(equalizedOddsDifferenceOf(0.1, NaN)).toBeNaN();
  expect(equalizedOddsDifferenceOf(NaN, 0.1)).toBeNaN();
});
