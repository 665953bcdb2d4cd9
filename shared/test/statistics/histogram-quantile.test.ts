import fc from 'fast-check';
import { histogramQuantile, type CumulativeBucket } from '../../src/statistics/histogram-quantile.ts';

const buckets = (...pairs: readonly (readonly [upperBound: number, count: number])[]): CumulativeBucket[] =>
  pairs.map(([upperBound, count]) => ({ upperBound, count }));

// What each case says stands in the Prometheus documentation of histogram_quantile.
const CALLS = buckets([0.1, 10], [0.2, 30], [0.4, 40], [Infinity, 40]);

test.each([
  [0.5, 0.15],
  [0.75, 0.2],
  [0.875, 0.3],
  [1, 0.4],
])('the %d quantile lies on a line within its bucket', (quantile, value) => {
  expect(histogramQuantile(CALLS, quantile)).toBeCloseTo(value, 12);
});

test('the first bucket begins at zero where its bound is positive', () => {
  expect(histogramQuantile(CALLS, 0)).toBe(0);
  expect(histogramQuantile(CALLS, 0.125)).toBeCloseTo(0.05, 12);
});

test('the first bucket gives its bound where that is not positive', () => {
  const below = buckets([-10, 5], [0, 10], [Infinity, 10]);
  expect(histogramQuantile(below, 0.25)).toBe(-10);
  expect(histogramQuantile(below, 0.75)).toBeCloseTo(-5, 12);
  expect(histogramQuantile(buckets([0, 5], [Infinity, 5]), 0.5)).toBe(0);
});

test('the open last bucket gives its lower bound', () => {
  expect(histogramQuantile(buckets([0.1, 1], [0.2, 2], [Infinity, 10]), 0.99)).toBe(0.2);
});

test('buckets may come in any order, and those of one bound are added up', () => {
  const replicas = buckets([Infinity, 20], [0.2, 15], [0.1, 5], [0.4, 20], [0.1, 5], [0.2, 15], [0.4, 20]);
  const together = [...replicas, ...buckets([Infinity, 20])];
  for (const quantile of [0.1, 0.5, 0.9]) {
    expect(histogramQuantile(together, quantile)).toBeCloseTo(histogramQuantile(CALLS, quantile), 12);
  }
});

test('a bucket that falls below its neighbor is as full as that neighbor', () => {
  const fallen = buckets([0.1, 10], [0.2, 30], [0.4, 29.999], [Infinity, 40]);
  const repaired = buckets([0.1, 10], [0.2, 30], [0.4, 30], [Infinity, 40]);
  for (const quantile of [0.1, 0.7, 0.75, 0.9]) {
    expect(histogramQuantile(fallen, quantile)).toBe(histogramQuantile(repaired, quantile));
  }
});

test.each([
  ['no buckets', []],
  ['no observations', buckets([0.1, 0], [Infinity, 0])],
  ['no open last bucket', buckets([0.1, 5], [0.2, 10])],
  ['the open last bucket alone', buckets([Infinity, 10])],
])('%s: no value', (_what, given) => {
  expect(histogramQuantile(given, 0.5)).toBeNaN();
});

test('a quantile lies within the bucket of its rank, and rises with its probability', () => {
  const histogram = fc
    .array(fc.record({ width: fc.integer({ min: 1, max: 50 }), count: fc.nat(100) }), { minLength: 1, maxLength: 12 })
    .filter((bins) => bins.some(({ count }) => count > 0));
  fc.assert(
    fc.property(histogram, fc.double({ min: 0, max: 1, noNaN: true }), (bins, quantile) => {
      let upperBound = 0;
      let count = 0;
      const closed = bins.map((bin) => ({ upperBound: (upperBound += bin.width), count: (count += bin.count) }));
      const value = histogramQuantile([...closed, { upperBound: Infinity, count }], quantile);
      const at = closed.findIndex((bucket) => bucket.count >= quantile * count);
      const upper = closed[at]?.upperBound as number;
      expect(value).toBeGreaterThanOrEqual((closed[at - 1]?.upperBound ?? 0) - 1e-9);
      expect(value).toBeLessThanOrEqual(upper + 1e-9);
      expect(histogramQuantile([...closed, { upperBound: Infinity, count }], 1)).toBeGreaterThanOrEqual(value - 1e-9);
    }),
  );
});
