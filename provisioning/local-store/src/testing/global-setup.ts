import { findPostgres } from '../find-postgres.ts';
import { findStore } from '../find-store.ts';
import { findTool } from '../find-tool.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { reasonVariable, type NeededProgram } from './describe-with-store.ts';

/** Which programs tests use. To build the official Prometheus takes minutes, so only the nightly tests need it. */
const KINDS: readonly NeededProgram[] = [
  'prometheus',
  'victoria-metrics',
  'alertmanager',
  'postgres',
  ...(process.env['DRIFTLINE_NIGHTLY'] === '1' ? (['official-prometheus'] as const) : []),
];

/** Fetches the programs once before the tests. For one that cannot be fetched, notes the reason. */
export default async function globalSetup(): Promise<void> {
  for (const kind of KINDS) {
    try {
      await find(kind);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      process.env[reasonVariable(kind)] = error.message;
    }
  }
}

async function find(kind: NeededProgram): Promise<unknown> {
  switch (kind) {
    case 'alertmanager':
      return findTool(kind);
    case 'postgres':
      return findPostgres();
    default:
      return findStore([kind]);
  }
}
