import { DEFAULT_QUERY, type MeasureQuery } from './measure-query.ts';
import { QueryError } from './query-error.ts';

/** Raised when the meaning of a saved query changes; each rise comes with a step below. */
export const QUERY_SCHEMA_VERSION = 2;

type Saved = Readonly<Record<string, unknown>>;

/** Migrations from one version of a saved query to the next: the first entry migrates version 1 to version 2. */
const STEPS: readonly ((saved: Saved) => Saved)[] = [
  // Version 1 compared extremes unless it named a group; now the profile may name one.
  (saved) => ({ compare: isGiven(saved['privileged']) ? 'pairwise' : 'extremes', ...saved }),
];

/** A query as dashboards, alert rules and links hold it: any field may be missing. */
export type SavedQuery = Partial<MeasureQuery> & { readonly schemaVersion?: number };

/**
 * Completes a saved query: migrates one of an older release to the present version and fills in what it lacks. The query
 * editor, panels, variables, annotations and rules all read saved queries through this one function.
 *
 * @throws {QueryError} for a query that a newer release saved
 */
export function completeQuery<Query extends SavedQuery>(saved: Query): Query & MeasureQuery {
  const { schemaVersion = QUERY_SCHEMA_VERSION } = saved;
  if (schemaVersion > QUERY_SCHEMA_VERSION) {
    throw new QueryError(
      `The query has schema version ${schemaVersion}, and this release of Driftline reads up to ` +
        `${QUERY_SCHEMA_VERSION}: update the Driftline plugin.`,
    );
  }
  const migrated = STEPS.slice(schemaVersion - 1).reduce<Saved>((query, step) => step(query), saved as Saved);
  const given = Object.entries(migrated).filter(([, value]) => isGiven(value));
  return {
    ...DEFAULT_QUERY,
    ...(Object.fromEntries(given) as Query),
    schemaVersion: QUERY_SCHEMA_VERSION,
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
