import { HistogramAccumulation } from '../../src/recorder/histogram-accumulation.ts';

const accumulated = (...values: number[]): HistogramAccumulation => {
  const accumulation = new HistogramAccumulation([-1, 0, 10], { mean: 2, standardDeviation: 3 });
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

test('an absurd value enters the sums a million standard deviations away, and what follows is summed as before', () => {
  const accumulation = accumulated(1.7e18, -Number.MAX_VALUE, 1e308);
  expect(accumulation.counts()).toEqual([1, 0, 0, 2]);
  expect(accumulation.absurd).toBe(3);
  expect([accumulation.sum, accumulation.above, accumulation.below]).toEqual([6 + 3e6, 6e6, 3e6]);
  expect(accumulation.squared).toBe(27e12);
  const before = [accumulation.sum, accumulation.above, accumulation.squared];
  for (const value of [3, 4, 5]) accumulation.add(value);
  const after = [accumulation.sum, accumulation.above, accumulation.squared];
  expect(after.map((each, i) => each - (before[i] as number))).toEqual([12, 6, 14]);
  expect(accumulation.takeExtremes()).toEqual({ min: -Number.MAX_VALUE, max: 1e308 });
});

test('without a standard deviation an absurd value is counted in its bin, and left out of the sums', () => {
  const accumulation = new HistogramAccumulation([5], { mean: 5, standardDeviation: 0 });
  for (const value of [5, 6, 1.7e18, 1e308]) accumulation.add(value);
  expect(accumulation.counts()).toEqual([1, 3]);
  expect([accumulation.sum, accumulation.above, accumulation.squared, accumulation.absurd]).toEqual([11, 1, 1, 2]);
});

test('a sum that would overflow stays at its last finite value, and the value is counted', () => {
  const accumulation = new HistogramAccumulation([0], { mean: 0, standardDeviation: 1e302 });
  for (const value of [1e308, 1e308]) accumulation.add(value);
  expect(accumulation.sum).toBe(1e308);
  expect(accumulation.squared).toBe(0);
  expect(accumulation.counts()).toEqual([0, 2]);
});

test('a value of an array counts as the value itself', () => {
  const accumulation = accumulated();
  accumulation.addFrom(Float32Array.of(1, 5), 1);
  expect(accumulation.takeExtremes()).toEqual({ min: 5, max: 5 });
});
