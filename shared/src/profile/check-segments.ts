import { ProfileError } from './profile-error.ts';
import type { FeatureReference, PredictionReference, ReferenceProfile } from './schema.ts';

/**
 * Refuses segments whose bins are not those of the whole: the same place would mean something else in each.
 *
 * @throws {ProfileError} that names the segment and what differs
 */
export function checkSegments({ features, prediction, segments = [] }: ReferenceProfile): void {
  const whole = new Map(features.map((feature) => [feature.name, binsOf(feature)]));
  const predicted = binsOfPrediction(prediction);
  for (const { attribute, values, other } of segments) {
    const named = values.map(({ value, ...reference }) => ({ name: `${attribute}=${value}`, reference }));
    if (other !== undefined) named.push({ name: `the others of ${attribute}`, reference: other });
    for (const { name, reference } of named) {
      const differing = reference.features.find((feature) => whole.get(feature.name) !== binsOf(feature));
      if (differing !== undefined) throw differs(name, `feature ${differing.name}`);
      if (binsOfPrediction(reference.prediction) !== predicted) throw differs(name, 'the predictions');
    }
  }
}

function differs(segment: string, what: string): ProfileError {
  return new ProfileError(
    `The reference profile cannot be used. The segment ${segment} has other bins for ${what} than the whole: write it again ` +
      'with `driftline profile`.',
  );
}

function binsOf(feature: FeatureReference): string {
  return JSON.stringify([feature.kind, feature.kind === 'numeric' ? feature.edges : feature.categories]);
}

function binsOfPrediction(prediction: PredictionReference | undefined): string {
  if (prediction === undefined) return '';
  const { classes = [], scoreBins = [] } = prediction.kind === 'classification' ? prediction : {};
  return JSON.stringify([
    prediction.kind,
    prediction.score?.edges,
    classes,
    scoreBins.map(({ class: label, edges, threshold }) => [label, edges, threshold]),
  ]);
}
