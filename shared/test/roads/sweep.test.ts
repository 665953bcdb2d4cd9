import type { StoreKind } from '@driftline/local-store';
import { compile } from '../../src/compiler/compile.ts';
import { describeSweep } from './describe-sweep.ts';
import { EXACT_QUERY } from './exact-store.ts';
import { outcomeCases } from './outcome-cases.ts';
import { sweep } from './sweep.ts';

const KINDS: readonly StoreKind[] = ['prometheus', 'victoria-metrics'];

/** Half of the models: the other tests of both roads ask for all of them. */
const MODELS = outcomeCases()
  .map(({ model }) => model)
  .slice(0, 6);

/** Values however they are asked, and every aspect of a measure as it is asked by default. */
const asked = sweep(EXACT_QUERY, MODELS).filter(
  ({ title, query }) => query.show === 'value' || title.endsWith(' as it is'),
);

/** Those of which no other asks the store for the same: many inputs change only some aspects. */
const distinct = [...new Map(asked.map((each) => [compile(each.query).promql, each])).values()];

// All in each take minutes: the stores take turns, and the nightly tests ask both everything.
KINDS.forEach((kind, turn) =>
  describeSweep(
    kind,
    distinct.filter((_, i) => i % KINDS.length === turn),
  ),
);
