import { readFileSync } from 'node:fs';
import { parseProfile, ProfileError, type ReferenceProfile } from '@driftline/shared';
import { messageOf } from '../values/thrown.ts';
import { pathIn, type ProfileSource } from './profile-source.ts';

/**
 * Reads and checks a profile.
 *
 * @throws {ProfileError} when the file cannot be read or the profile is wrong
 */
export function loadProfile(source: ProfileSource): ReferenceProfile {
  const path = pathIn(source);
  return parseProfile(path === undefined ? source : readProfile(path));
}

function readProfile(path: string | URL): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ProfileError(
      `The reference profile ${String(path)} cannot be read (${messageOf(error)}): create it with \`driftline profile\`.`,
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProfileError(
      `The reference profile ${String(path)} is not JSON (${messageOf(error)}): create it again with \`driftline profile\`.`,
      { cause: error },
    );
  }
}
