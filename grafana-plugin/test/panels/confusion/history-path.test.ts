import { historyPath } from '../../../src/panels/confusion/history-path.ts';

test('a line from left to right, from zero to the largest value', () => {
  expect(historyPath([0, 5, 10], 100, 20)).toBe('M0.0 20.0L50.0 10.0L100.0 0.0');
});

test('gaps where there is no value, and nothing but zeros at the bottom', () => {
  expect(historyPath([1, NaN, 1], 100, 20)).toBe('M0.0 0.0M100.0 0.0');
  expect(historyPath([0, 0], 100, 20)).toBe('M0.0 20.0L100.0 20.0');
});
