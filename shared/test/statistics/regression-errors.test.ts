import {
  meanAbsoluteErrorOf,
  meanErrorOf,
  meanPinballLossOf,
  rootMeanSquaredErrorOf,
} from '../../src/statistics/regression-errors.ts';

// The example of scikit-learn: actual 3, −0.5, 2, 7; predicted 2.5, 0, 2, 8. The errors are −0.5, 0.5, 0 and 1.
const PUBLISHED = { count: 4, absolute: 2, squared: 1.5, above: 1.5, below: 0.5 };

test('published: mean absolute error 0.5, root mean squared error 0.612…', () => {
  expect(meanAbsoluteErrorOf(PUBLISHED)).toBe(0.5);
  expect(rootMeanSquaredErrorOf(PUBLISHED)).toBeCloseTo(0.6123724356957945, 15);
});

test('the mean error is above zero where predictions are too high', () => {
  expect(meanErrorOf(PUBLISHED)).toBe(0.25);
  expect(meanErrorOf({ ...PUBLISHED, above: 0.5, below: 1.5 })).toBe(-0.25);
});

test('published: the example of scikit-learn for the pinball loss', () => {
  // Actual 1, 2, 3; predicted 0, 2, 3 and 1, 2, 4.
  const low = { count: 3, absolute: 1, squared: 1, above: 0, below: 1 };
  const high = { count: 3, absolute: 1, squared: 1, above: 1, below: 0 };
  expect(meanPinballLossOf(low, 0.1)).toBeCloseTo(0.03333333333333333, 15);
  expect(meanPinballLossOf(high, 0.1)).toBeCloseTo(0.3, 15);
  expect(meanPinballLossOf(low, 0.9)).toBeCloseTo(0.3, 15);
  expect(meanPinballLossOf(high, 0.9)).toBeCloseTo(0.03333333333333333, 15);
});

test('have no value without outcomes', () => {
  const nothing = { count: 0, absolute: 0, squared: 0, above: 0, below: 0 };
  for (const errorOf of [meanAbsoluteErrorOf, rootMeanSquaredErrorOf, meanErrorOf]) expect(errorOf(nothing)).toBeNaN();
});
