import type { CategoricalReference, PredictionReference, ReferenceProfile, ScoreReference } from '@driftline/shared';

/** Training rows by the bins of one profile, with what is known between them. */
export type Distribution = NumericDistribution | CategoricalDistribution;

/** Rows of numbers by bin; the extremes are those of the rows. */
export interface NumericDistribution extends Pick<ScoreReference, 'edges' | 'counts' | 'minimum' | 'maximum'> {
  readonly kind: 'numeric';
}

/** Rows of labels; `other` are rows of labels that are not listed. */
export interface CategoricalDistribution extends Pick<
  CategoricalReference,
  'categories' | 'counts' | 'other' | 'labels'
> {
  readonly kind: 'categorical';
  /** Texts that mean a missing value. */
  readonly missing: readonly string[];
}

/** The distributions of what a model predicts: of its classes, and of the number that it returns. */
export function predictionDistributions({
  prediction,
  missingValues = [],
}: ReferenceProfile): ReadonlyMap<string, Distribution> {
  const found: [string, Distribution][] = [];
  const classes = prediction === undefined ? undefined : classesOf(prediction, missingValues);
  if (classes !== undefined) found.push(['predicted class', classes]);
  if (prediction?.score !== undefined) {
    const name = prediction.kind === 'regression' ? 'predicted number' : 'score';
    found.push([name, { ...prediction.score, kind: 'numeric' }]);
  }
  return new Map(found);
}

/** A profile without counts of its classes says nothing of how often each is predicted. */
function classesOf(prediction: PredictionReference, missing: readonly string[]): CategoricalDistribution | undefined {
  if (prediction.kind !== 'classification' || prediction.counts === undefined) return undefined;
  const { classes, counts, labels } = prediction;
  return { kind: 'categorical', categories: classes, counts, labels, other: 0, missing };
}
