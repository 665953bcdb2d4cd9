import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { classifierProfile, regressionProfile } from './record-everything.ts';

/**
 * A model that is counted by country, with its age: DE is young and often of the class, FR is like the whole. The others
 * have too few rows for a reference.
 */
export function segmentedProfile(of: object = classifierProfile()): ReferenceProfile {
  const profile = parseProfile(of);
  const [age] = profile.features;
  const { prediction } = profile;
  const young = { ...age, counts: [30, 10, 5, 5], mean: 25, standardDeviation: 10 };
  const counted = prediction?.kind === 'classification' ? { ...prediction, counts: [20, 30] } : prediction;
  return parseProfile({
    ...profile,
    segments: [
      {
        attribute: 'country',
        values: [
          { value: 'DE', rows: 50, features: [young], prediction: counted, performance: { accuracy: 0.8, mae: 0.5 } },
          { value: 'FR', rows: 40, features: [age], prediction, performance: { accuracy: 0.95, mae: 0.25 } },
        ],
      },
    ],
  });
}

export const segmentedRegression = (): ReferenceProfile => segmentedProfile(regressionProfile());

/** The profile of a model that is nothing but one segment of another. */
export function profileOfSegment(profile: ReferenceProfile, value: string, name: string): ReferenceProfile {
  const segment = profile.segments?.[0]?.values.find((each) => each.value === value);
  if (segment === undefined) throw new Error(`There is no segment ${value}.`);
  const { segments: _, ...whole } = profile;
  const { value: __, ...reference } = segment;
  return { ...whole, ...reference, model: { name, version: '1' } };
}
