import { compareRows } from '../../../../src/pages/model/versions/compare-rows.ts';
import { madeUpRow } from '../../made-up-rows.ts';

/** A share of 100 rows with its Wilson interval. */
const share = (measure: string, value: number, lower: number, upper: number) =>
  madeUpRow({ measure, value, lower, upper });

test('two shares differ where their intervals do: Newcombe 1998, table II, row (a): 56/70 and 48/80 by method 10', () => {
  // The published interval of the difference, 0.0524 to 0.3339, does not reach 0.
  const [high, low] = [share('accuracy', 0.8, 0.6921, 0.8771), share('accuracy', 0.6, 0.4904, 0.7005)];
  expect(high.value - low.value - Math.hypot(0.8 - 0.6921, 0.7005 - 0.6)).toBeCloseTo(0.0524, 2);
  expect(compareRows(high, low)).toBe('better');
  expect(compareRows(low, high)).toBe('worse');
  // Fewer rows, wider intervals.
  expect(compareRows(share('accuracy', 0.8, 0.6, 0.9), share('accuracy', 0.6, 0.4, 0.76))).toBe('noise');
});

test('more of a problem is worse', () => {
  expect(compareRows(share('missing-share', 0.09, 0.08, 0.1), share('missing-share', 0.002, 0.001, 0.003))).toBe(
    'worse',
  );
});

test.each([
  // Drift: what noise alone makes of either.
  ['psi', 0.3, 0.01, 'worse'],
  ['psi', 0.021, 0.02, 'noise'],
  // A ratio of groups is best at 1.
  ['disparate-impact', 0.7, 0.9, 'worse'],
  ['disparate-impact', 0.95, 0.9, 'noise'],
])('%s %p with the critical value %p is %s', (measure, value, criticalValue, verdict) => {
  const best = measure === 'psi' ? 0.005 : 1;
  expect(
    compareRows(madeUpRow({ measure, value, criticalValue }), madeUpRow({ measure, value: best, criticalValue })),
  ).toBe(verdict);
});

test('times within five percent are the same; what one of the two lacks is unknown', () => {
  const p99 = (value: number) => madeUpRow({ measure: 'latency-quantile', value });
  expect([p99(0.104), p99(0.11), p99(0.09)].map((row) => compareRows(row, p99(0.1)))).toEqual([
    'noise',
    'worse',
    'better',
  ]);
  expect(compareRows(p99(NaN), p99(0.1))).toBe('unknown');
  expect(compareRows(undefined, p99(0.1))).toBe('unknown');
});
