import exactQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import fc from 'fast-check';
import { chiSquareCorrection } from '../../src/statistics/chi-square-correction.ts';
import { chiSquareQuantile } from '../../src/statistics/chi-square-quantile.ts';
import { correctedQuantile } from '../../src/statistics/corrected-quantile.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';

/** The absolute error that the docstring states. */
const STATED = new Map([
  [0.001, 1e-4],
  [0.0005, 1e-4],
  [0.05, 7e-4],
  [0.2, 7e-3],
  [0.5, 7e-3],
]);

test('agrees with the exact quantile within the stated error, up to 10,000 comparisons', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATED.keys()), fc.integer({ min: 1, max: 10_000 }), (significance, comparisons) => {
      const exact = -normalQuantile(significance / comparisons);
      const error = Math.abs(correctedQuantile(significance, comparisons) - exact);
      expect([significance, comparisons, error, error <= (STATED.get(significance) ?? 0)]).toEqual([
        significance,
        comparisons,
        error,
        true,
      ]);
    }),
  );
});

test('is exact for one comparison', () => {
  // Standard tables: 1.6449 at 0.05 and 3.0902 at 0.001.
  expect(correctedQuantile(0.05, 1)).toBeCloseTo(1.6449, 4);
  expect(correctedQuantile(0.001, 1)).toBeCloseTo(3.0902, 4);
  expect(correctedQuantile(0.05, NaN)).toBeNaN();
});

test.each([
  [1, 0.075, 100],
  [2, 0.05, 100],
  [9, 0.02, 100],
  [1, 0.15, 10_000],
  [9, 0.03, 10_000],
])(
  'a corrected χ² quantile with %d degrees is within %d up to %d features, and errs towards noise',
  (df, error, most) => {
    for (let features = 2; features <= most; features = Math.ceil(features * 1.3)) {
      const found = chiSquareQuantile(df, 0.999) * chiSquareCorrection(df, 0.001, features);
      const relative = found / exactQuantile(1 - 0.001 / features, df) - 1;
      expect([features, relative, relative <= error && relative >= -0.035]).toEqual([features, relative, true]);
    }
  },
);
