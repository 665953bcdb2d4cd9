import type { Labels, Series } from '../query/answers.ts';
import { groupedBy } from './grouped-series.ts';

/** One distribution as the store gave it: the values of each bin over the times that were asked for. */
export interface BinnedSeries {
  readonly labels: Labels;
  readonly bins: ReadonlyMap<string, ArrayLike<number>>;
}

/** Distributions whose bins are a label of the series, by the key of their other labels. */
export function binnedBy(
  series: readonly Series[],
  per: readonly string[],
  bin: string,
): ReadonlyMap<string, BinnedSeries> {
  const distributions = new Map<string, BinnedSeries>();
  for (const [key, group] of groupedBy(series, per)) {
    const bins = new Map(group.series.map(({ labels, values }) => [labels[bin] ?? '', values]));
    distributions.set(key, { labels: group.labels, bins });
  }
  return distributions;
}
