import type { FeatureReference, ReferenceProfile } from '@driftline/shared';
import { listed } from '../values/listed.ts';
import { sumOf } from '../values/sum-of.ts';
import { compareDistributions, type ComparedBins } from './compare-distributions.ts';
import { predictionDistributions, type Distribution } from './distribution.ts';

/** A share or a measure in both profiles. */
export interface Change {
  readonly before: number;
  readonly after: number;
}

/** One feature that both profiles have. */
export type ComparedFeature = ComparedBins & {
  readonly name: string;
  /** Share of the rows without a value. */
  readonly missing: Change;
  /** Share of the rows with a value that is no number. */
  readonly invalid: Change;
};

/** What the model predicts. */
export type ComparedPrediction = ComparedBins & { readonly name: string };

/** What a profile is of. */
interface ComparedProfile {
  readonly model: string;
  readonly version: string;
  readonly createdAt: string;
  readonly rows: number;
}

/** What differs between two profiles. */
export interface ProfileComparison {
  readonly before: ComparedProfile;
  readonly after: ComparedProfile;
  /** Features that both have, in the order of the earlier. */
  readonly features: readonly ComparedFeature[];
  readonly predictions: readonly ComparedPrediction[];
  /** Features that only the later has. */
  readonly added: readonly string[];
  /** Features that only the earlier has. */
  readonly removed: readonly string[];
  /** Measures of the baseline that both have. */
  readonly performance: Readonly<Record<string, Change>>;
  /** What may make numbers differ that are otherwise alike, a sentence each. */
  readonly notes: readonly string[];
}

/** Compares the profile of a model with the one before it. */
export function compareProfiles(before: ReferenceProfile, after: ReferenceProfile): ProfileComparison {
  const later = new Map(after.features.map((feature) => [feature.name, feature]));
  const earlier = new Set(before.features.map(({ name }) => name));
  const pairs = before.features.flatMap((feature) => {
    const other = later.get(feature.name);
    return other === undefined ? [] : [[feature, other] as const];
  });
  const predicted = [...predictionDistributions(before)];
  const laterPredicted = predictionDistributions(after);
  const together = pairs.length + predicted.length;
  return {
    before: about(before),
    after: about(after),
    features: pairs.map(([feature, other]) => comparedFeature(feature, other, before.missingValues ?? [], together)),
    predictions: predicted.map(([name, distribution]) => ({
      name,
      ...compareDistributions(distribution, laterPredicted.get(name), together),
    })),
    added: after.features.map(({ name }) => name).filter((name) => !earlier.has(name)),
    removed: before.features.map(({ name }) => name).filter((name) => !later.has(name)),
    performance: performanceOf(before, after),
    notes: [modelNote(before, after), missingNote(before, after)].filter((note) => note !== undefined),
  };
}

function about({ model: { name, version }, createdAt, rows }: ReferenceProfile): ComparedProfile {
  return { model: name, version, createdAt, rows };
}

function comparedFeature(
  before: FeatureReference,
  after: FeatureReference,
  missing: readonly string[],
  together: number,
): ComparedFeature {
  const distributionOf = (feature: FeatureReference): Distribution =>
    feature.kind === 'numeric' ? feature : { ...feature, missing };
  const compared = compareDistributions(distributionOf(before), distributionOf(after), together);
  const readAsMissing = compared.psi === null ? 0 : compared.readAsMissing;
  return {
    name: before.name,
    ...compared,
    missing: { before: shareOf(before, before.missing), after: shareOf(after, after.missing + readAsMissing) },
    invalid: { before: shareOf(before, invalidOf(before)), after: shareOf(after, invalidOf(after)) },
  };
}

const invalidOf = (feature: FeatureReference): number => (feature.kind === 'numeric' ? (feature.invalid ?? 0) : 0);

/** Missing and invalid values stay out of the bins. */
function shareOf(feature: FeatureReference, rows: number): number {
  const other = feature.kind === 'numeric' ? 0 : feature.other;
  const all = sumOf(feature.counts) + other + feature.missing + invalidOf(feature);
  return all === 0 ? 0 : rows / all;
}

function performanceOf(before: ReferenceProfile, after: ReferenceProfile): Record<string, Change> {
  const later = after.performance ?? {};
  return Object.fromEntries(
    Object.entries(before.performance ?? {}).flatMap(([measure, value]) => {
      const other = later[measure];
      return other === undefined ? [] : [[measure, { before: value, after: other }]];
    }),
  );
}

function modelNote({ model: before }: ReferenceProfile, { model: after }: ReferenceProfile): string | undefined {
  if (before.name === after.name) return undefined;
  return `These are profiles of two models: ${before.name} and ${after.name}.`;
}

function missingNote(before: ReferenceProfile, after: ReferenceProfile): string | undefined {
  const [earlier, later] = [before.missingValues ?? [], after.missingValues ?? []];
  const differing = [
    ...earlier.filter((mark) => !later.includes(mark)),
    ...later.filter((mark) => !earlier.includes(mark)),
  ].map((mark) => JSON.stringify(mark));
  if (differing.length === 0) return undefined;
  return `Only one of the profiles reads ${listed(differing)} as missing: build both with the same \`--missing\`.`;
}
