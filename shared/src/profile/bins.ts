import { OTHER, SCORE_RANK_DIGITS } from '../conventions/attributes.ts';
import type { FeatureReference, PredictionReference } from './schema.ts';

/** One bin of the reference. */
export interface ReferenceBin {
  readonly label: string;
  /** Training rows in it. */
  readonly count: number;
  /** Its share of the valid training rows. */
  readonly ratio: number;
}

/** Labels of the bins between `edges`: `≤25`, `(25, 35]`, `>35`; one bin without edges is `all`. Length: edges + 1. */
export function binLabels(edges: readonly number[]): string[] {
  const first = edges[0];
  const last = edges[edges.length - 1];
  if (first === undefined || last === undefined) return ['all'];
  return [`≤${first}`, ...edges.slice(1).map((edge, i) => `(${edges[i]}, ${edge}]`), `>${last}`];
}

/**
 * The bin of `value` among `count` edges, of which the first is at `from`; intervals `(lo, hi]` as in OpenTelemetry
 * histograms: the first edge that is not below the value, or `count` for the open last bin.
 */
export function binIndex(edges: ArrayLike<number>, value: number, count = edges.length, from = 0): number {
  let low = from;
  let high = from + count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low - from;
}

/** Bins of a feature in order; a categorical feature ends with `other`. */
export function featureBins(feature: FeatureReference): ReferenceBin[] {
  return feature.kind === 'numeric'
    ? withRatios(binLabels(feature.edges), feature.counts)
    : withRatios([...feature.categories, OTHER], [...feature.counts, feature.other]);
}

/** One bin of the predictions; without `ratio` if the profile has no counts of its classes. */
export type PredictionBin = Pick<ReferenceBin, 'label'> & Partial<ReferenceBin>;

/**
 * Bins of the predictions, in order: bins of the score if there is one, else the classes and `other`.
 *
 * @param mostClasses - classes that have a bin of their own; the rest are `other`
 */
export function predictionBins(prediction: PredictionReference, mostClasses = Infinity): PredictionBin[] {
  if (prediction.score !== undefined) return withRatios(binLabels(prediction.score.edges), prediction.score.counts);
  if (prediction.kind === 'regression') return [];
  const own = prediction.classes.slice(0, mostClasses);
  const labels = own.includes(OTHER) ? own : [...own, OTHER];
  const { counts } = prediction;
  if (counts === undefined) return labels.map((label) => ({ label }));
  const kept = labels.map((label) => counts[own.indexOf(label)] ?? 0);
  const rest = counts.slice(own.length).reduce((sum, count) => sum + count, 0);
  kept[labels.indexOf(OTHER)] = (kept[labels.indexOf(OTHER)] as number) + rest;
  return withRatios(labels, kept);
}

/** The rank of a bin of scores, from 0 on, as `ml.score.rank` has it: binary digits, so that PromQL finds the bins below. */
export function scoreRank(bin: number): string {
  return bin.toString(2).padStart(SCORE_RANK_DIGITS, '0');
}

function withRatios(labels: readonly string[], counts: readonly number[]): ReferenceBin[] {
  const valid = counts.reduce((sum, count) => sum + count, 0);
  return labels.map((label, i) => {
    const count = counts[i] as number;
    return { label, count, ratio: valid > 0 ? count / valid : 0 };
  });
}
