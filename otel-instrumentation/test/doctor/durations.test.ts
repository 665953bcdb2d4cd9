import { durationText, secondsOf } from '../../src/doctor/durations.ts';

test.each([
  ['5m', 300],
  ['1h30m', 5400],
  ['500ms', 0.5],
  ['1d', 86_400],
])('%s is %d seconds', (text, seconds) => {
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
