import { ProfileError } from './profile-error.ts';
import { PROFILE_SCHEMA_VERSION } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** Migrations from one version of a profile to the next: the first entry migrates version 1 to version 2. */
const STEPS: readonly ((profile: Json) => Json)[] = [];

/**
 * Migrates a profile of an older release to the present version. The schema refuses anything else.
 *
 * @throws {ProfileError} for a profile that a newer release wrote
 */
export function migrateProfile(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return json;
  const version: unknown = json.schemaVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return json;
  if (version > PROFILE_SCHEMA_VERSION) {
    throw new ProfileError(
      `schemaVersion is ${version}, and this release of Driftline reads up to ${PROFILE_SCHEMA_VERSION}: ` +
        'update @driftline/otel, or write the profile again with its own `driftline profile`.',
    );
  }
  return STEPS.slice(version - 1).reduce<Json>((profile, step) => step(profile), json as Json);
}
