import { durationSeconds } from '../../../src/pages/values/duration-seconds.ts';

test.each([
  ['15m', 900],
  ['1h', 3600],
  ['7d', 604_800],
  ['1w', 604_800],
  ['soon', NaN],
  ['', NaN],
])('%s is %d seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});
