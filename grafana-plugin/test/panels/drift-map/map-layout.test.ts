import { mapLayout } from '../../../src/panels/drift-map/map-layout.ts';

test('a few rows fill the height, as far as rows may grow', () => {
  expect(mapLayout(4, 10, 800, 300, true).rowHeight).toBe(48);
  expect(mapLayout(10, 10, 800, 300, true)).toMatchObject({ rowHeight: 25, viewHeight: 250 });
});

test('many rows scroll, and leave room for the scrollbar', () => {
  const layout = mapLayout(200, 10, 800, 300, true);
  expect(layout).toMatchObject({ rowHeight: 14, plotHeight: 2800, viewHeight: 254 });
  expect(layout.labelWidth + layout.plotWidth).toBeLessThan(800);
});

test('names get what they need, up to a third of the width, or in a small panel up to what can be read', () => {
  expect(mapLayout(3, 10, 800, 300, true).labelWidth).toBe(78);
  expect(mapLayout(3, 80, 800, 300, true).labelWidth).toBe(256);
  expect(mapLayout(3, 80, 300, 150, true).labelWidth).toBe(150);
  expect(mapLayout(3, 80, 200, 150, true).labelWidth).toBe(100);
});

test('a small panel leaves the scale out, then the axis', () => {
  expect(mapLayout(3, 10, 300, 120, true)).toMatchObject({ hasAxis: true, hasScale: false });
  expect(mapLayout(3, 10, 300, 60, true).hasAxis).toBe(false);
});
