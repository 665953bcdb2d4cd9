import fc from 'fast-check';
import { isotonicShares } from '../../src/statistics/isotonic-shares.ts';
import { total } from '../../src/statistics/shares.ts';

/**
 * The same by the largest of the averages from each bin below, each taken up to where it is smallest: Robertson, Wright &
 * Dykstra, Order Restricted Statistical Inference (1988), theorem 1.4.4.
 */
function byMaximumOfMinima(positives: readonly number[], rows: readonly number[]): number[] {
  const average = (from: number, to: number): number =>
    total(positives.slice(from, to + 1)) / total(rows.slice(from, to + 1));
  return rows.map((_, bin) =>
    Math.max(
      ...Array.from({ length: bin + 1 }, (_, from) =>
        Math.min(...Array.from({ length: rows.length - bin }, (_, i) => average(from, bin + i))),
      ),
    ),
  );
}

test('shares that rise stay as they are', () => {
  expect(isotonicShares([1, 2, 9], [10, 10, 10])).toEqual([0.1, 0.2, 0.9]);
});

test('bins that fall have the share of all of them', () => {
  expect(isotonicShares([1, 6, 2, 9], [10, 10, 30, 10])).toEqual([0.1, 0.2, 0.2, 0.9]);
});

test('are those of the maximum of minima, whatever the counts', () => {
  const bin = fc
    .integer({ min: 1, max: 40 })
    .chain((rows) => fc.tuple(fc.integer({ min: 0, max: rows }), fc.constant(rows)));
  fc.assert(
    fc.property(fc.array(bin, { minLength: 1, maxLength: 12 }), (bins) => {
      const [positives, rows] = [bins.map(([positive]) => positive), bins.map(([, all]) => all)];
      const expected = byMaximumOfMinima(positives, rows);
      isotonicShares(positives, rows).forEach((share, i) => expect(share).toBeCloseTo(expected[i] as number, 12));
    }),
  );
});

test('a bin without rows has the share below it, the first the one above it', () => {
  expect(isotonicShares([0, 1, 0, 8], [0, 10, 0, 10])).toEqual([0.1, 0.1, 0.1, 0.8]);
});
