import { HistogramAccumulation } from '../../src/recorder/histogram-accumulation.ts';

const accumulated = (...values: number[]): HistogramAccumulation => {
  const accumulation = new HistogramAccumulation([-1, 0, 10], 2);
  for (const value of values) accumulation.add(value);
  return accumulation;
};

test('each bin includes its upper edge', () => {
  expect(accumulated(-2, -1, -0.5, 0, 10, 11).counts()).toEqual([2, 2, 1, 1]);
  expect(accumulated(-2, -1).countOf(0)).toBe(2);
});

test('sums are of the values, and of their deviations from the center by side', () => {
  const { sum, above, below, squared } = accumulated(-1, 2, 7);
  expect([sum, above, below, squared]).toEqual([8, 5, 3, 34]);
});

test('extremes are taken once', () => {
  const accumulation = accumulated(5, -3, 4);
  expect(accumulation.takeExtremes()).toEqual({ min: -3, max: 5 });
  expect(accumulation.takeExtremes()).toBeUndefined();
});

test('the counts are a copy', () => {
  const accumulation = accumulated(5);
  accumulation.counts().fill(100);
  expect(accumulation.counts()).toEqual([0, 0, 1, 0]);
});

test('a sum that would overflow stays at its last finite value, and the value is counted', () => {
  const accumulation = accumulated(1e308, 1e308);
  expect(accumulation.sum).toBe(1e308);
  expect(accumulation.squared).toBe(0);
  expect(accumulation.counts()).toEqual([0, 0, 0, 2]);
});

test('a value of an array counts as the value itself', () => {
  const accumulation = accumulated();
  accumulation.addFrom(Float32Array.of(1, 5), 1);
  expect(accumulation.takeExtremes()).toEqual({ min: 5, max: 5 });
});
