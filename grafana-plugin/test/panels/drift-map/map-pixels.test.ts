import { colorTable } from '../../../src/panels/drift-map/color-scale.ts';
import { mapPixels } from '../../../src/panels/drift-map/map-pixels.ts';
import { driftMap } from '../../../src/panels/drift-map/map-rows.ts';
import { measureFrame } from '../../frames.ts';

test('a pixel a cell, transparent where there is no value', () => {
  const limits = { side: 'above', critical: 0.25 };
  const pixels = mapPixels(
    driftMap([measureFrame({ measure: 'psi', show: 'value', limits }, {}, [0, null, 0.25])], 'worst'),
    true,
  );
  const table = colorTable(true);
  expect([...pixels]).toEqual([...(table[0] ?? []), 255, 0, 0, 0, 0, ...(table[Math.round(0.7 * 255)] ?? []), 255]);
});
