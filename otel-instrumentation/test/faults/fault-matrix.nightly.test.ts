import type { StoreKind } from '@driftline/local-store';
import { cellsOf } from './matrix/cells.ts';
import { describeMatrix } from './matrix/describe-matrix.ts';

for (const kind of ['prometheus', 'victoria-metrics', 'official-prometheus'] satisfies StoreKind[]) {
  describeMatrix(kind, cellsOf(kind));
}
