import { findStore, type StoreKind } from '../find-store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { reasonVariable } from './describe-with-store.ts';

/** Fetches the stores once before the tests. For one that cannot be fetched, notes the reason. */
export default async function globalSetup(): Promise<void> {
  for (const kind of ['prometheus', 'victoria-metrics'] satisfies StoreKind[]) {
    try {
      await findStore([kind]);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      process.env[reasonVariable(kind)] = error.message;
    }
  }
}
