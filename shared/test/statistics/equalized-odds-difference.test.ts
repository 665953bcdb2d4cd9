import { equalizedOddsDifferenceOf } from '../../src/statistics/equalized-odds-difference.ts';

const rate = (group: string, numerator: number, denominator = 100) => ({ group, numerator, denominator });

test('is the larger of the two differences', () => {
  const tpr = [rate('a', 90), rate('b', 80)];
  const fpr = [rate('a', 10), rate('b', 35)];
  expect(equalizedOddsDifferenceOf(tpr, fpr)).toBeCloseTo(0.25, 12);
  expect(equalizedOddsDifferenceOf(fpr, tpr)).toBeCloseTo(0.25, 12);
});

test('has no sign, whichever group is privileged', () => {
  const tpr = [rate('a', 90), rate('b', 60)];
  const fpr = [rate('a', 20), rate('b', 25)];
  expect(equalizedOddsDifferenceOf(tpr, fpr, { privileged: 'a' })).toBeCloseTo(0.3, 12);
  expect(equalizedOddsDifferenceOf(tpr, fpr, { privileged: 'b' })).toBeCloseTo(0.3, 12);
});

test('has no value where one of the rates cannot be compared', () => {
  const tpr = [rate('a', 90), rate('b', 60)];
  expect(equalizedOddsDifferenceOf(tpr, [rate('a', 1)])).toBeNaN();
  expect(equalizedOddsDifferenceOf([rate('a', 1), rate('b', 0, 0)], tpr)).toBeNaN();
  expect(equalizedOddsDifferenceOf(tpr, [rate('a', 1), rate('b', 1, 9)], { minimum: 10 })).toBeNaN();
});
