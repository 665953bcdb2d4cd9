import fc from 'fast-check';
import { completeSettings } from '../../src/backend/settings.ts';
import { filledWindow, timeGrid, type TimeWish } from '../../src/backend/time-grid.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const wish = (from: number, to: number, intervalMs: number): TimeWish => ({ from, to, intervalMs });

test('times are whole steps of the interval, so that a refresh asks for the same ones', () => {
  expect(timeGrid(wish(100_500, 400_500, 15_000))).toEqual({ start: 90, end: 390, step: 15 });
  expect(timeGrid(wish(101_500, 401_500, 15_000))).toEqual({ start: 90, end: 390, step: 15 });
});

test.each([
  [0, 1],
  [NaN, 1],
  [400, 1],
  [1500, 2],
])('an interval of %d ms is a step of %d s', (intervalMs, step) => {
  expect(timeGrid(wish(0, HOUR, intervalMs)).step).toBe(step);
});

test("a step of a day begins at the reader's midnight", () => {
  const kolkata = 5.5 * 3600;
  const { start, end } = timeGrid(wish(10 * DAY, 12 * DAY, DAY), kolkata);
  for (const time of [start, end]) expect((time + kolkata) % 86_400).toBe(0);
  expect(timeGrid(wish(10 * DAY, 12 * DAY, DAY)).start % 86_400).toBe(0);
});

test('no range has more times than a store gives', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.integer({ min: 0, max: 5e11 }),
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: -50_000, max: 50_000 }),
      (from, length, intervalMs, offset) => {
        const { start, end, step } = timeGrid(wish(from, from + length, intervalMs), offset);
        expect(Number.isInteger(step) && step >= 1).toBe(true);
        expect((end - start) / step).toBeLessThanOrEqual(11_000);
        expect(start).toBeLessThanOrEqual(from / 1000);
        expect(start).toBeGreaterThan(from / 1000 - step);
      },
    ),
  );
});

test.each([
  ['$__interval', '30s'],
  ['${__interval}', '30s'],
  ['$__rate_interval', '60s'],
  ['$__range', '3600s'],
  ['${__range}', '3600s'],
  ['5m', '5m'],
  ['$other', '$other'],
])('the window %s is %s', (window, filled) => {
  expect(filledWindow(window, wish(0, HOUR, 30_000), completeSettings({ timeInterval: '15s' }))).toBe(filled);
});

test('a rate interval has at least four scrapes, and one more than the step', () => {
  const rateInterval = (intervalMs: number, timeInterval: string): string =>
    filledWindow('$__rate_interval', wish(0, HOUR, intervalMs), completeSettings({ timeInterval }));
  expect(rateInterval(1000, '30s')).toBe('120s');
  expect(rateInterval(300_000, '30s')).toBe('330s');
});
