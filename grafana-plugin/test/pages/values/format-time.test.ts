import { formatAgo, formatDuration } from '../../../src/pages/values/format-time.ts';

const MINUTE = 60_000;

test.each([
  [4000, '4 s'],
  [-5, '0 s'],
  [15 * MINUTE, '15 min'],
  [26 * 60 * MINUTE, '26 h'],
  [72 * 60 * MINUTE, '3 d'],
])('%d ms is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('what is as new as a scrape is now', () => {
  expect([formatAgo(0, MINUTE), formatAgo(0, 3 * MINUTE)]).toEqual(['now', '3 min ago']);
});
