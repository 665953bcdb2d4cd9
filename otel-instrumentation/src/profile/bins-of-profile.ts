import type { CategoricalReference, FeatureReference, NumericReference, ReferenceProfile } from '@driftline/shared';
import { listed } from '../values/listed.ts';
import type { ProfileParts } from './profile-parts.ts';
import type { OtherProfile, ProfileRequest } from './profile-request.ts';
import { TrainingError } from './training-error.ts';

/**
 * The request with the bins of another profile: edges of numeric features and of the score, categories and classes. Edges
 * that the request itself gives take precedence.
 *
 * @throws {TrainingError} when a column is numeric in one of the two and categorical in the other
 */
export function withBinsOf(
  { shown, profile }: OtherProfile,
  request: ProfileRequest,
  parts: ProfileParts,
  warn: (sentence: string) => void = () => undefined,
): ProfileRequest {
  const theirs = new Map(profile.features.map((feature) => [feature.name, feature]));
  const given = request.edges ?? {};
  const shared = parts.features.filter(({ name }) => theirs.has(name));
  const differing = shared.filter(({ name, kind }) => theirs.get(name)?.kind !== kind && given[name] === undefined);
  if (differing.length > 0) throw new TrainingError(differing.map((each) => differingKind(each, shown)).join('\n'));
  tellDifference(shown, theirs, parts, warn);

  const features = shared.map(({ name }) => theirs.get(name) as FeatureReference);
  const numeric = features.filter((feature): feature is NumericReference => feature.kind === 'numeric');
  const categorical = features.filter((feature): feature is CategoricalReference => feature.kind === 'categorical');
  const prediction = predictionOf(shown, profile, parts);
  return {
    ...request,
    edges: {
      ...Object.fromEntries(numeric.map(({ name, edges }) => [name, edges])),
      ...prediction.edges,
      ...given,
    },
    categories: Object.fromEntries(categorical.map(({ name, categories }) => [name, categories])),
    ...(prediction.classes === undefined ? {} : { classes: prediction.classes }),
    verbatim: [
      ...(request.verbatim ?? []),
      ...categorical.filter(({ labels }) => labels === 'verbatim').map(({ name }) => name),
    ],
  };
}

function differingKind({ name, kind }: ProfileParts['features'][number], shown: string): string {
  const other = kind === 'numeric' ? 'categorical' : 'numeric';
  return `Column ${name} is ${kind} here and ${other} in ${shown}: set \`--${other} ${name}\`, or leave it out with \`--exclude ${name}\`.`;
}

function tellDifference(
  shown: string,
  theirs: ReadonlyMap<string, FeatureReference>,
  { features }: ProfileParts,
  warn: (sentence: string) => void,
): void {
  const ours = new Set(features.map(({ name }) => name));
  const added = [...ours].filter((name) => !theirs.has(name));
  const gone = [...theirs.keys()].filter((name) => !ours.has(name));
  if (added.length > 0) warn(`${shown} has no bins for ${listed(added)}: they get bins of their own.`);
  if (gone.length > 0) warn(`${shown} has bins for ${listed(gone)}, which are no features here.`);
}

function predictionOf(
  shown: string,
  { prediction }: ReferenceProfile,
  { task, answer, score }: ProfileParts,
): Pick<ProfileRequest, 'edges' | 'classes'> {
  if (prediction === undefined || (answer === undefined && score === undefined)) return {};
  if (prediction.kind !== task) {
    throw new TrainingError(
      `The model predicts ${whatOf(task)} here and ${whatOf(prediction.kind)} in ${shown}: set \`--task ${prediction.kind}\`.`,
    );
  }
  const column = task === 'regression' ? (answer ?? score) : score;
  return {
    ...(column === undefined || prediction.score === undefined ? {} : { edges: { [column]: prediction.score.edges } }),
    ...(prediction.kind === 'classification' ? { classes: prediction.classes } : {}),
  };
}

function whatOf(task: ProfileParts['task']): string {
  return task === 'regression' ? 'numbers' : 'classes';
}
