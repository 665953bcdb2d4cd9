import { chartLayout } from '../../../../src/panels/distribution/chart/chart-layout.ts';
import type { Bars } from '../../../../src/panels/distribution/chart/bar-values.ts';

const bins = (count: number, label = 'b', share = 0.21): Bars[] =>
  Array.from({ length: count }, (_, i) => ({
    bin: { label: `${label}${i}`, text: `${label}${i}` },
    values: [share / 2, share],
  }));

test('the axis ends at a round share above the highest bar', () => {
  const { y, top, bottom, ticks } = chartLayout(bins(4), 800, 400);
  expect(y(0)).toBe(bottom);
  expect(y.domain()[1]).toBeGreaterThanOrEqual(0.21);
  expect(y(y.domain()[1] as number)).toBe(top);
  expect(ticks.at(-1)).toBe(y.domain()[1]);
});

test('bins without any share have an axis', () => {
  const { y, ticks } = chartLayout(bins(3, 'b', 0), 800, 400);
  expect(ticks.length).toBeGreaterThan(1);
  expect(y.domain()[1]).toBeGreaterThan(0);
});

test('bins share the width, and bars stay within their bin', () => {
  const { x, left, right, bar } = chartLayout(bins(8), 400, 300);
  expect(x.step() * 8).toBeCloseTo(right - left, 6);
  expect(bar * 2).toBeLessThanOrEqual(x.step());
  const many = chartLayout(bins(300), 300, 300);
  expect(many.bar).toBe(1);
});

test('labels lie flat where there is room, slant where there is little, and go where there is none', () => {
  expect(chartLayout(bins(4), 800, 400).labels).toBe('flat');
  expect(chartLayout(bins(10, '(10000, 2000] '), 400, 300).labels).toBe('slanted');
  expect(chartLayout(bins(10, '(10000, 2000] '), 300, 114).labels).toBe('none');
});

test('slanted labels have the height that the longest needs', () => {
  const { bottom } = chartLayout(bins(10, '1234567890123456789'), 400, 300);
  expect(300 - bottom).toBeGreaterThan(16 * 6 * Math.sin((40 / 180) * Math.PI) + 10);
  expect(chartLayout(bins(10, '(1, 2]'), 300, 300).bottom).toBeGreaterThan(bottom);
});

test('of many narrow bins only some have a label', () => {
  expect(chartLayout(bins(10, 'a long label '), 400, 300).labelEvery).toBe(1);
  expect(chartLayout(bins(100, 'a long label '), 400, 300).labelEvery).toBe(4);
});

test('a tiny panel still has a plot', () => {
  const { left, right, top, bottom } = chartLayout(bins(3), 20, 10);
  expect(right).toBeGreaterThan(left);
  expect(bottom).toBeGreaterThan(top);
});
