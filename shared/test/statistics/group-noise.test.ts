import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import {
  criticalDifferenceOf,
  criticalRatioOf,
  noiseOfExtremes,
  noiseOfPair,
} from '../../src/statistics/group-noise.ts';
import { differenceOfExtremes, ratioOfExtremes, ratioToReference } from '../../src/statistics/group-comparison.ts';
import type { Rate } from '../../src/statistics/rate.ts';

const GROUPS: Rate<number>[] = [
  { numerator: 60, denominator: 400 },
  { numerator: 240, denominator: 1200 },
];

test('a pair: the test of two proportions', () => {
  const [group, reference] = GROUPS as [Rate<number>, Rate<number>];
  const noise = noiseOfPair(group, [reference], GROUPS, 200, 0.05);
  expect(noise?.pooled).toEqual({ numerator: 300, denominator: 1600 });
  expect(noise?.inverseSizes).toBeCloseTo(1 / 400 + 1 / 1200, 12);
  // z(0.025 / 2) = 2.2414 for two comparisons, of which the approximation keeps three digits; p = 0.1875.
  expect(noise && criticalDifferenceOf(noise)).toBeCloseTo(2.2414 * Math.sqrt((0.1875 * 0.8125) / 300), 4);
  expect(noise && criticalRatioOf(noise)).toBeCloseTo(Math.exp(-2.2414 * Math.sqrt(0.8125 / 0.1875 / 300)), 3);
});

test('too small a side has none', () => {
  const [group, reference] = GROUPS as [Rate<number>, Rate<number>];
  expect(noiseOfPair(group, [reference], GROUPS, 401, 0.05)).toBeUndefined();
  expect(noiseOfPair(group, [], GROUPS, 0, 0.05)).toBeUndefined();
  expect(noiseOfExtremes(GROUPS, 401, 0.05)).toBeUndefined();
  expect(noiseOfExtremes([], 0, 0.05)).toBeUndefined();
});

test('where nobody is selected, no ratio is beyond noise, and no difference is needed', () => {
  const none = GROUPS.map(({ denominator }) => ({ numerator: 0, denominator }));
  const noise = noiseOfExtremes(none, 0, 0.05);
  expect(noise && criticalRatioOf(noise)).toBe(0);
  expect(noise && criticalDifferenceOf(noise)).toBe(0);
});

test('groups of one rate seldom go beyond it, and the four-fifths rule alone is broken by noise', () => {
  const generator = xoroshiro128plus(5);
  const drawn = (denominator: number): Rate<number> => {
    let numerator = 0;
    for (let i = 0; i < denominator; i++) if (uniformFloat64(generator) < 0.2) numerator++;
    return { numerator, denominator };
  };
  const windows = 800;
  const found = { below: 0, ratio: 0, difference: 0, pair: 0 };
  for (let window = 0; window < windows; window++) {
    const groups = [drawn(220), drawn(300), drawn(900)];
    const noise = noiseOfExtremes(groups, 200, 0.05);
    const [group, , reference] = groups as [Rate<number>, Rate<number>, Rate<number>];
    const pair = noiseOfPair(group, [reference], groups, 200, 0.05);
    if (noise === undefined || pair === undefined) throw new Error('All groups are large enough.');
    if (ratioOfExtremes(groups) < 0.8) found.below++;
    if (ratioOfExtremes(groups) < criticalRatioOf(noise)) found.ratio++;
    if (differenceOfExtremes(groups) > criticalDifferenceOf(noise)) found.difference++;
    if (ratioToReference(group, reference) < criticalRatioOf(pair)) found.pair++;
  }
  expect(found.below / windows).toBeGreaterThan(0.2);
  for (const share of [found.ratio, found.difference, found.pair]) {
    expect(share / windows).toBeLessThan(0.05);
    expect(share / windows).toBeGreaterThan(0.0005);
  }
});
