import { mapLayout } from '../../../src/panels/drift-map/map-layout.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `feature ${i}`);

test('a few rows fill the height, as far as rows may grow', () => {
  expect(mapLayout(names(4), 800, 300, true).rowHeight).toBe(32);
  expect(mapLayout(names(10), 800, 300, true)).toMatchObject({ rowHeight: 25, viewHeight: 250 });
});

test('many rows scroll, and leave room for the scrollbar', () => {
  const layout = mapLayout(names(200), 800, 300, true);
  expect(layout).toMatchObject({ rowHeight: 14, plotHeight: 2800, viewHeight: 254 });
  expect(layout.labelWidth + layout.plotWidth).toBeLessThan(800);
});

test('a small panel keeps names short, and leaves the scale and then the axis out', () => {
  const small = mapLayout(['a feature with a very long name'], 300, 120, true);
  expect(small.labelWidth).toBe(96);
  expect(small).toMatchObject({ hasAxis: true, hasScale: false });
  expect(mapLayout(names(3), 300, 60, true).hasAxis).toBe(false);
});
