/** Limits of a measure: its default ones if there is none. */
export interface Limits {
  readonly warning?: number;
  readonly critical?: number;
}

/** Features that a limit is for: one of them, or all but those that have limits of their own, or none. */
export type FeatureChoice = { readonly only: string } | { readonly without: readonly string[] };

/** Limits of a measure for all features, or for a choice of them. */
export interface RuleLimits extends Limits {
  readonly features?: FeatureChoice;
}

/** The feature that a limit is for, if it is for one alone. */
export function onlyFeature(features: FeatureChoice | undefined): string | undefined {
  return features !== undefined && 'only' in features ? features.only : undefined;
}
