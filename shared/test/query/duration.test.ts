import { durationText, isDuration, isWindow, secondsOf } from '../../src/query/duration.ts';

test.each(['0s', '30s', '5m', '1h30m', '1d', '2w', '1y', '250ms', '1d12h30m15s500ms'])('%s is a duration', (text) => {
  expect(isDuration(text)).toBe(true);
});

test.each(['', '5', 'm', '5 m', '1.5h', '-1h', '5M', '1h]', '5m\n', '$__interval', '1 hour', '5m1h', '5m5m'])(
  '%j is no duration',
  (text) => {
    expect(isDuration(text)).toBe(false);
  },
);

test.each([
  ['250ms', 0.25],
  ['1h30m', 5400],
  ['1d12h', 129_600],
  ['1w', 604_800],
  ['1y', 31_536_000],
  ['soon', NaN],
])('%s has %d seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});

test.each([
  [11.2, '12s'],
  [90, '90s'],
  [1000, '17m'],
  [10_000, '3h'],
  [1e6, '12d'],
])('%d seconds are %s, which PromQL reads', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
  expect(secondsOf(text)).toBeGreaterThanOrEqual(seconds);
});

test('nothing is counted over no time', () => {
  expect(['5m', '1ms', '0m', '0s', 'soon'].map(isWindow)).toEqual([true, true, false, false, false]);
});
