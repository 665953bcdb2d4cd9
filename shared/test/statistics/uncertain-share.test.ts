import { uncertainPredictions } from '../../src/statistics/uncertain-share.ts';

const ends = [0, 0.25, 0.5, 0.75].map((low): [number, number] => [low, low + 0.25]);
const scores = { predictions: [10, 20, 30, 40], ends, isPredicted: [false, false, true, true] };

test('whole bins count as they are', () => {
  expect(uncertainPredictions(scores, 0.25)).toEqual({ numerator: 50, denominator: 100 });
  expect(uncertainPredictions(scores, 1)).toEqual({ numerator: 100, denominator: 100 });
});

test('of a bin in which the band ends, the part that it covers', () => {
  expect(uncertainPredictions(scores, 0.1).numerator).toBeCloseTo(0.4 * 50, 12);
});

test('a bin without a width is in the band or not', () => {
  const never: [number, number] = [0, 0];
  const narrow = { predictions: [7, 3], ends: [never, [0, 1] as [number, number]], isPredicted: [false, true] };
  expect(uncertainPredictions(narrow, 0.5).numerator).toBeCloseTo(8.5, 12);
});

test('where the class is never predicted there is no threshold', () => {
  expect(uncertainPredictions({ ...scores, isPredicted: [false, false, false, false] }, 0.1).numerator).toBeNaN();
});
