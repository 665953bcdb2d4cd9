import { normedWassersteinDistance } from '../../src/statistics/wasserstein-distance.ts';

test('is the way that the values moved, in standard deviations of the reference', () => {
  // A half stands at 0 and a half at 2: the standard deviation is 1. All of it moves to 4: half by 4, half by 2.
  expect(normedWassersteinDistance([0, 2, 4], [0, 0, 10], [5, 5, 0])).toBeCloseTo(3, 12);
});

test('does not change with the unit of the values, and is zero for equal shares', () => {
  const [live, reference] = [
    [1, 4, 5],
    [3, 3, 4],
  ];
  const distance = normedWassersteinDistance([1, 2, 4], live, reference);
  expect(distance).toBeGreaterThan(0);
  expect(normedWassersteinDistance([1000, 2000, 4000], live, reference)).toBeCloseTo(distance, 12);
  expect(normedWassersteinDistance([1, 2, 4], [6, 6, 8], reference)).toBeCloseTo(0, 12);
});

test.each([
  ['an empty live side', [0, 0], [1, 1]],
  ['an empty reference', [1, 1], [0, 0]],
  ['a reference of one bin', [1, 1], [0, 4]],
])('has no value for %s', (_what, live, reference) => {
  expect(normedWassersteinDistance([0, 1], live, reference)).toBeNaN();
});
