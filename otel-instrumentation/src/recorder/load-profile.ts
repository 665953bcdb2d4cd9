import { readFileSync } from 'node:fs';
import { parseProfile, ProfileError, type ReferenceProfile } from '@driftline/shared';

/**
 * Reads and checks a profile.
 *
 * @param profile - path of a `profile.json`, or its parsed content
 * @throws {ProfileError} when the file cannot be read or the profile is wrong
 */
export function loadProfile(profile: string | URL | object): ReferenceProfile {
  return parseProfile(typeof profile === 'string' || profile instanceof URL ? readProfile(profile) : profile);
}

function readProfile(path: string | URL): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ProfileError(
      `The reference profile ${String(path)} cannot be read (${messageOf(error)}): write it with \`driftline profile\`.`,
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProfileError(
      `The reference profile ${String(path)} is not JSON (${messageOf(error)}): write it again with \`driftline profile\`.`,
      { cause: error },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
