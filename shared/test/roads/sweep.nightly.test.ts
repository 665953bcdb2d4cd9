import type { StoreKind } from '@driftline/local-store';
import { describeSweep } from './describe-sweep.ts';
import { EXACT_QUERY } from './exact-store.ts';
import { sweep } from './sweep.ts';

for (const kind of ['prometheus', 'victoria-metrics', 'official-prometheus'] satisfies StoreKind[]) {
  describeSweep(kind, sweep(EXACT_QUERY));
}
