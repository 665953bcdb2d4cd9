import type { Labels, Series, SeriesList } from '../query/answers.ts';
import { PROFILE } from './compared-labels.ts';
import { groupedBy } from './grouped-series.ts';

/** The values of each bin over the times that were asked for; NaN where a bin has none. */
export type Bins = ReadonlyMap<string, ArrayLike<number>>;

/** One distribution as the store gave it. */
export interface BinnedSeries {
  readonly labels: Labels;
  readonly bins: Bins;
  /** What each of its profiles adds; the distribution itself if there is one. */
  readonly profiles: readonly Bins[];
}

/** Distributions whose bins are a label of the series, by the key of their other labels `per`. */
export function binnedBy(list: SeriesList, per: readonly string[], bin: string): ReadonlyMap<string, BinnedSeries> {
  const distributions = new Map<string, BinnedSeries>();
  const isOfOneProfile = per.includes(PROFILE);
  for (const [key, { labels, series }] of groupedBy(list, per)) {
    const ofProfiles = isOfOneProfile ? [series] : [...groupedBy(series, [PROFILE]).values()].map((one) => one.series);
    const profiles = ofProfiles.map((ofOne) => binsOf(ofOne, bin));
    const [only] = profiles;
    const bins = profiles.length === 1 && only !== undefined ? only : addedUp(profiles);
    distributions.set(key, { labels, bins, profiles });
  }
  return distributions;
}

function binsOf(series: readonly Series[], bin: string): Bins {
  const bins = new Map<string, ArrayLike<number>>();
  for (let i = 0; i < series.length; i++) {
    const { labels, values } = series[i] as Series;
    bins.set(labels[bin] ?? '', values);
  }
  return bins;
}

function addedUp(profiles: readonly Bins[]): Bins {
  const sums = new Map<string, number[]>();
  for (const [label, values] of profiles.flatMap((bins) => [...bins])) {
    const sum = sums.get(label);
    sums.set(label, sum === undefined ? Array.from(values) : sum.map((value, i) => addedTo(value, values[i])));
  }
  return sums;
}

/** The sum of two values; the other one where one is no number, since two series may cover different times. */
export function addedTo(a: number, b = NaN): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}

/** Whether all profiles that have a value at one time have it in the same bins. */
export function haveSameBins(profiles: readonly Bins[], index: number): boolean {
  const binsOf = profiles
    .map((bins) => [...bins].filter(([, values]) => !Number.isNaN(values[index] ?? NaN)).map(([label]) => label))
    .filter((labels) => labels.length > 0);
  const all = new Set(binsOf.flat());
  return binsOf.every((labels) => labels.length === all.size);
}
