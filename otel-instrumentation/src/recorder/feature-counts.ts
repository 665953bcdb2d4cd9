import type { FeatureReference } from '@driftline/shared';
import type { CountMemory } from './count-memory.ts';
import { CategoricalFeature } from './categorical-feature.ts';
import { NumericFeature } from './numeric-feature.ts';

/** Live counts of one feature. */
export type FeatureCounts = NumericFeature | CategoricalFeature;

/**
 * Empty counts for a feature of the profile.
 *
 * @param missing - texts that mean a missing value
 */
export function featureCounts(
  reference: FeatureReference,
  outlierLimit: number,
  missing?: readonly string[],
  memory?: CountMemory,
): FeatureCounts {
  return reference.kind === 'numeric'
    ? new NumericFeature(reference, outlierLimit, missing, memory)
    : new CategoricalFeature(reference, missing, memory);
}

/** By the reference, not by class: the counts may be those of another copy of this package in the process. */
export function isNumeric(feature: FeatureCounts): feature is NumericFeature {
  return feature.reference.kind === 'numeric';
}
