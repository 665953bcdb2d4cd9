import type { ReferenceProfile } from '@driftline/shared';

/**
 * The profile with the segments that a service wants to count.
 *
 * @param chosen - their attributes, or `false` for none; default: all of the profile
 * @throws {RangeError} for an attribute that the profile does not divide rows by
 */
export function withSegments(profile: ReferenceProfile, chosen?: readonly string[] | false): ReferenceProfile {
  if (chosen === undefined) return profile;
  const { segments = [], ...whole } = profile;
  const known = segments.map(({ attribute }) => attribute);
  const wanted = chosen === false ? [] : chosen;
  const unknown = wanted.find((attribute) => !known.includes(attribute));
  if (unknown !== undefined) {
    throw new RangeError(
      `segments names ${unknown}, and the profile of ${profile.model.name} ` +
        (known.length === 0 ? 'has no segments' : `has the segments ${known.join(', ')}`) +
        ': build the profile with `--segments`, or leave it out.',
    );
  }
  const own = segments.filter(({ attribute }) => wanted.includes(attribute));
  return own.length === 0 ? whole : { ...whole, segments: own };
}
