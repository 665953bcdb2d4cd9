import fc from 'fast-check';
import { chiSquareStatistic } from '../../src/statistics/chi-square-statistic.ts';
import { hellingerDistance } from '../../src/statistics/hellinger-distance.ts';
import { jensenShannonDistance } from '../../src/statistics/jensen-shannon-distance.ts';
import { kullbackLeiblerDivergence } from '../../src/statistics/kullback-leibler-divergence.ts';
import { totalVariationDistance } from '../../src/statistics/total-variation-distance.ts';

/** The example of SciPy's documentation of chisquare. */
const OBSERVED = [16, 18, 16, 14, 12, 12];
const EXPECTED = [16, 16, 16, 16, 16, 8];

const DISTANCES = {
  jensenShannonDistance,
  hellingerDistance,
  totalVariationDistance,
  kullbackLeiblerDivergence,
  chiSquareStatistic,
};

test("SciPy's chisquare example: statistic 3.5", () => {
  expect(chiSquareStatistic(OBSERVED, EXPECTED)).toBeCloseTo(3.5, 12);
  expect(hellingerDistance(OBSERVED, EXPECTED)).toBeCloseTo(0.06812, 4);
});

test("SciPy's jensenshannon([1, 0, 0], [0, 1, 0], 2) is 1", () => {
  expect(jensenShannonDistance([1, 0, 0], [0, 1, 0])).toBeCloseTo(1, 12);
  expect(jensenShannonDistance([1, 0], [0.5, 0.5])).toBeCloseTo(0.5579230452841438, 12);
});

test('total variation is the share that would have to move', () => {
  expect(totalVariationDistance([60, 40], [1, 1])).toBeCloseTo(0.1, 12);
});

test('a value where the reference has none is infinitely far for the quotients, and finitely for the others', () => {
  expect(kullbackLeiblerDivergence([1, 1], [1, 0])).toBe(Infinity);
  expect(chiSquareStatistic([1, 1], [1, 0])).toBe(Infinity);
  expect(jensenShannonDistance([1, 1], [1, 0])).toBeLessThan(1);
});

test('a bin that is empty on both sides changes nothing', () => {
  for (const distance of Object.values(DISTANCES)) {
    expect(distance([3, 7, 0], [5, 5, 0])).toBeCloseTo(distance([3, 7], [5, 5]), 12);
  }
});

test.each(Object.entries(DISTANCES))(
  '%s is zero for equal shares, never negative, and nothing for nothing',
  (_name, distance) => {
    expect(distance([], [])).toBeNaN();
    expect(distance([0, 0], [1, 1])).toBeNaN();
    expect(() => distance([1], [1, 2])).toThrow('1 live bins cannot be compared with 2');
    const counts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), (live, times) => {
        expect(
          distance(
            live,
            live.map((count) => count * times),
          ),
        ).toBeCloseTo(0, 6);
        expect(distance(live, [...live].reverse())).toBeGreaterThanOrEqual(0);
      }),
    );
  },
);
