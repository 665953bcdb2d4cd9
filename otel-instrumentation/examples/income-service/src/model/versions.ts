/** The version that answers. */
export const STABLE = '1.0.0';
/**
 * The version that is tried in a canary release: the same trees with one threshold for everybody. It is right more often,
 * and selects fewer women.
 */
export const CANARY = '1.1.0';

export type Version = typeof STABLE | typeof CANARY;

/** Where the reference profile of a version is. */
export function profileOf(version: Version): URL {
  return new URL(version === STABLE ? '../../profile.json' : `../../profile-${version}.json`, import.meta.url);
}
