import { readFileSync } from 'node:fs';
import type { StoreKind } from '@driftline/local-store';
import { cellsOf, QUICK_CELLS } from './matrix/cells.ts';
import { describeMatrix } from './matrix/describe-matrix.ts';
import { lossTable } from './matrix/loss-table.ts';

test('the README has the table that the matrix declares', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const table = /<!-- fault matrix -->\n\n([^]*?)\n\n<!-- end of fault matrix -->/.exec(readme)?.[1];
  expect(table).toBe(lossTable());
});

// At night the whole matrix runs.
if (process.env['DRIFTLINE_NIGHTLY'] !== '1') {
  for (const [kind, quick] of Object.entries(QUICK_CELLS)) {
    const cells = cellsOf(kind as StoreKind);
    const chosen = quick.map(([model, end]) => cells.find((cell) => cell.model === model && cell.end === end));
    describeMatrix(
      kind as StoreKind,
      chosen.filter((cell) => cell !== undefined),
    );
  }
}
