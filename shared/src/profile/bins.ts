import { OTHER } from '../conventions/attributes.ts';
import type { FeatureReference } from './schema.ts';

/** One bin of a feature as it travels: its label and its share of the valid training rows. */
export interface ReferenceBin {
  readonly label: string;
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
 * The bin of `value` among `edges`, intervals `(lo, hi]` as in OpenTelemetry histograms: the first edge that is not
 * below the value, or `edges.length` for the open last bin.
 */
export function binIndex(edges: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Labels and reference shares of a feature's bins in order; a categorical feature ends with `other`. */
export function featureBins(feature: FeatureReference): ReferenceBin[] {
  const [labels, counts] =
    feature.kind === 'numeric'
      ? [binLabels(feature.edges), feature.counts]
      : [
          [...feature.categories, OTHER],
          [...feature.counts, feature.other],
        ];
  const valid = counts.reduce((sum, count) => sum + count, 0);
  return labels.map((label, i) => ({ label, ratio: valid > 0 ? (counts[i] as number) / valid : 0 }));
}
