import type { z } from 'zod';
import { ProfileError } from './profile-error.ts';
import { PROFILE_SCHEMA_VERSION, profileSchema, type ReferenceProfile } from './schema.ts';

/**
 * Checks a parsed `profile.json` and returns it typed.
 *
 * @throws {ProfileError} with one sentence per wrong field, each naming the field as a path (`features[3].edges`).
 */
export function parseProfile(json: unknown): ReferenceProfile {
  const version = schemaVersionOf(json);
  if (typeof version === 'number' && version > PROFILE_SCHEMA_VERSION) {
    throw new ProfileError(
      `schemaVersion is ${version}, and this release of Driftline reads up to ${PROFILE_SCHEMA_VERSION}: ` +
        'update @driftline/otel, or write the profile again with its own `driftline profile`.',
    );
  }
  const result = profileSchema.safeParse(json);
  if (result.success) return result.data;
  const sentences = result.error.issues.map(sentenceOf);
  throw new ProfileError(
    `The reference profile cannot be used. ${sentences.join(' ')} Write it again with \`driftline profile\`.`,
  );
}

function schemaVersionOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'schemaVersion' in json ? json.schemaVersion : undefined;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const text = issue.message.replace(/^Invalid input: /, '');
  return `${pathOf(issue.path) || 'the profile'} ${text.replace(/\.?$/, '.')}`;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');
}
