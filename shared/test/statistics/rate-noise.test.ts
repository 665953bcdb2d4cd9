import { criticalShareOf } from '../../src/statistics/rate-noise.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';

/** Probability of more than so many events of a Poisson variable. */
function beyond(events: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), Math.exp(-mean)];
  for (let k = 1; k <= events; k++) {
    term *= mean / k;
    sum += term;
  }
  return 1 - sum;
}

test('is the square of a root that noise moves by half a quantile', () => {
  const quantile = -normalQuantile(0.05);
  expect(criticalShareOf(0.04, 100, 0.05)).toBeCloseTo((0.2 + quantile / 20) ** 2, 12);
  expect(criticalShareOf(0.01, 1e12, 0.05)).toBeCloseTo(0.01, 6);
});

test.each([200, 1000, 10_000])('of %d calls, of which 1 %% fail, no more than the significance are beyond', (calls) => {
  for (const significance of [0.05, 0.001, 0.00001]) {
    const events = Math.floor(criticalShareOf(0.01, calls, significance) * calls);
    expect(beyond(events, 0.01 * calls)).toBeLessThan(1.5 * significance);
  }
});
