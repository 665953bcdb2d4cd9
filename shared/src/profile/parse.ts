import type { z } from 'zod';
import { checkSegments } from './check-segments.ts';
import { migrateProfile } from './migrate.ts';
import { ProfileError } from './profile-error.ts';
import { profileSchema, type ReferenceProfile } from './schema.ts';

/**
 * Checks a parsed `profile.json` and returns it typed.
 *
 * @throws {ProfileError} with one sentence per wrong field, each naming the field as a path (`features[3].edges`)
 */
export function parseProfile(json: unknown): ReferenceProfile {
  const result = profileSchema.safeParse(migrateProfile(json));
  if (result.success) {
    checkSegments(result.data);
    return result.data;
  }
  const sentences = result.error.issues.map(sentenceOf);
  throw new ProfileError(
    `The reference profile cannot be used. ${sentences.join(' ')} Write it again with \`driftline profile\`.`,
  );
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const text = issue.message.replace(/^Invalid input: /, '');
  return `${pathOf(issue.path) || 'the profile'} ${text.replace(/\.?$/, '.')}`;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');
}
