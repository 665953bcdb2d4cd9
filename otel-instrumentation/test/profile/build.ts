import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReferenceProfile } from '@driftline/shared';
import { buildProfile, type BuildOptions } from '../../src/profile/build-profile.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';

const folder = mkdtempSync(join(tmpdir(), 'driftline-build-'));

/** Path of a file of `cases/`, all of which are made up. */
export function caseFile(name: string): string {
  return fileURLToPath(new URL(`cases/${name}`, import.meta.url));
}

/** Writes a file of training data and gives its path. */
export function dataFile(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Built {
  readonly profile: ReferenceProfile;
  readonly warnings: readonly string[];
}

/** Builds the profile of files as `driftline profile` does. */
export async function build(
  paths: readonly string[],
  request: Partial<ProfileRequest> = {},
  options: Partial<BuildOptions> = {},
): Promise<Built> {
  const warnings: string[] = [];
  const profile = await buildProfile(
    { model: 'm', version: '1', bins: 10, maxCategories: 50, ...request },
    { paths, warn: (sentence) => warnings.push(sentence), ...options },
  );
  return { profile, warnings };
}

/** What is wrong with files, a sentence each; fails if nothing is. */
export async function faultsOf(
  paths: readonly string[],
  request: Partial<ProfileRequest> = {},
  options: Partial<BuildOptions> = {},
): Promise<readonly string[]> {
  const refused: unknown = await build(paths, request, options).catch((error: unknown) => error);
  if (refused instanceof Error) return refused.message.split('\n');
  throw new Error(`${paths.join(', ')}: the profile is built, and should be refused.`);
}
