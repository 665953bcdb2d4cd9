import type { FeatureReference } from '@driftline/shared';
import { CategoricalFeature } from './categorical-feature.ts';
import { NumericFeature } from './numeric-feature.ts';

/** Live counts of one feature. */
export type FeatureCounts = NumericFeature | CategoricalFeature;

/** Empty counts for a feature of the profile. */
export function featureCounts(reference: FeatureReference, outlierLimit: number): FeatureCounts {
  return reference.kind === 'numeric' ? new NumericFeature(reference, outlierLimit) : new CategoricalFeature(reference);
}

/** By the reference, not by class: the counts may be those of another copy of this package in the process. */
export function isNumeric(feature: FeatureCounts): feature is NumericFeature {
  return feature.reference.kind === 'numeric';
}
