import { colorTable } from '../../../src/panels/drift-map/color-scale.ts';
import { largestOf, mapPixels } from '../../../src/panels/drift-map/map-pixels.ts';
import { driftMap } from '../../../src/panels/drift-map/map-rows.ts';
import { measureFrame } from '../../frames.ts';

const limits = { side: 'above', critical: 0.25 };
const table = colorTable(true);

test('a pixel a cell, transparent where there is no value', () => {
  const { rows } = driftMap([measureFrame({ measure: 'psi', show: 'value', limits }, {}, [0, null, 0.25])], 'worst');
  const pixels = mapPixels(rows, 0, true);
  expect([...pixels]).toEqual([...(table[0] ?? []), 255, 0, 0, 0, 0, ...(table[Math.round(0.7 * 255)] ?? []), 255]);
});

test('rows without limits go by the largest of them, on either side of zero', () => {
  const of = (...values: number[]) => measureFrame({ measure: 'mean-shift', show: 'value' }, {}, values);
  const limited = measureFrame({ measure: 'psi', show: 'value', limits }, {}, [9]);
  const { rows } = driftMap([of(0.5, -4), limited], 'worst');
  expect(largestOf(rows)).toBe(4);
  const [, , , , r] = mapPixels(rows.slice(-1), 8, true);
  expect(r).toBe(table[128]?.[0]);
});
