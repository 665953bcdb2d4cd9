import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { ALERT_SIGNIFICANCE } from '../../src/statistics/significance.ts';
import { measureById } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { minimumOf } from '../../src/query/minimum-observations.ts';
import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

const FEATURES = 40;
const WINDOWS = 200;
const TRAINING_ROWS = 20_000;

const generator = xoroshiro128plus(11);
const random = (): number => uniformFloat64(generator);

/** Counts of so many values that fall into bins of equal shares. */
function counts(values: number, bins: number): number[] {
  const found = Array<number>(bins).fill(0);
  for (let i = 0; i < values; i++) (found[Math.floor(random() * bins)] as number)++;
  return found;
}

/** Windows of all features without drift, of as few observations as have a value. */
function psisOfWindows(bins: number): { psi: number; noise: number }[] {
  const observations = minimumOf(DEFAULT_QUERY, bins);
  return Array.from({ length: FEATURES }, () => counts(TRAINING_ROWS, bins)).flatMap((reference) =>
    Array.from({ length: WINDOWS }, () => ({
      psi: populationStabilityIndex(counts(observations, bins), reference),
      noise: psiCriticalValueOf(observations, TRAINING_ROWS, bins, ALERT_SIGNIFICANCE, FEATURES),
    })),
  );
}

// One window in a thousand may fire by noise, whatever number of its features do.
test.each([2, 10, 50])('without drift %d bins fire no alert beyond the significance', (bins) => {
  const { warning = NaN } = measureById('psi').thresholds ?? {};
  const psis = psisOfWindows(bins);
  const aboveLimit = psis.filter(({ psi }) => psi > warning);
  const fired = aboveLimit.filter(({ psi, noise }) => psi > noise);
  const mean = psis.reduce((sum, { psi }) => sum + psi, 0) / psis.length;
  console.info(
    `${bins} bins, ${FEATURES} features in ${WINDOWS} windows without drift: mean PSI ${mean.toFixed(3)}, ` +
      `${aboveLimit.length} values above ${warning}, ${fired.length} of them above noise`,
  );
  expect(mean).toBeLessThan(0.06);
  expect(fired.length).toBeLessThanOrEqual(3);
});

test('what is missing in 30 % of the training rows fires no alert by noise at 200 rows', () => {
  const [usual, limit, rows, windows] = [0.3, 0.05, 200, 20_000];
  const beyond = usual + limit * (1 - usual);
  let [plain, absolute, lower] = [0, 0, 0];
  for (let i = 0; i < windows; i++) {
    let numerator = 0;
    for (let row = 0; row < rows; row++) if (random() < usual) numerator++;
    if (numerator / rows > limit) absolute++;
    if (numerator / rows > usual + limit) plain++;
    if (wilsonInterval({ numerator, denominator: rows }, ALERT_SIGNIFICANCE)[0] > beyond) lower++;
  }
  console.info(
    `missing in 30 % of the rows, ${windows} windows of ${rows}: ${absolute} above 0.05, ${plain} above r + 0.05, ` +
      `${lower} by the lower bound above r + 0.05 (1 − r)`,
  );
  // The test itself: the share alone passes r + 0.05 in about 5.6 % of the windows.
  expect(plain / windows).toBeGreaterThan(0.04);
  expect(lower / windows).toBeLessThan(ALERT_SIGNIFICANCE);
});
