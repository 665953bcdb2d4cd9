import { findStore, type StoreKind } from '../find-store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { reasonVariable } from './describe-with-store.ts';

/** Which stores tests use. To build the official Prometheus takes minutes, so only the nightly tests need it. */
const KINDS: readonly StoreKind[] = [
  'prometheus',
  'victoria-metrics',
  ...(process.env['DRIFTLINE_NIGHTLY'] === '1' ? (['official-prometheus'] as const) : []),
];

/** Fetches the stores once before the tests. For one that cannot be fetched, notes the reason. */
export default async function globalSetup(): Promise<void> {
  for (const kind of KINDS) {
    try {
      await findStore([kind]);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      process.env[reasonVariable(kind)] = error.message;
    }
  }
}
