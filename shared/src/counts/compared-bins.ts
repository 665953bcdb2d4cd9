import { baselineSource } from '../distributions/baseline.ts';
import { binnedBy, haveSameBins, type BinnedSeries, type Bins } from '../distributions/binned-series.ts';
import { profileOf } from '../distributions/comparison.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import { singleBy } from '../distributions/grouped-series.ts';
import { NOW } from '../distributions/time-window.ts';
import { orderedBins } from '../profile/bin-order.ts';
import type { Series } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { isEnough } from '../query/minimum-observations.ts';
import { total } from '../statistics/shares.ts';
import { seriesOf, valueAt, type Counts, type Selected, type Subject } from './counts.ts';

/** One distribution on both sides of a comparison, bin by bin. */
export interface ComparedBins {
  /** Labels of the bins that have a value on either side. */
  readonly bins: readonly string[];
  /** Observations per bin in the window. */
  readonly live: readonly number[];
  /** Observations in all bins. */
  readonly observations: number;
  /** Observations or shares per bin of the baseline; undefined where there is no baseline to compare with. */
  readonly reference: readonly number[] | undefined;
  /** Observations, or training rows, that the baseline rests on. */
  readonly referenceObservations: number;
  /** Bins that the baseline uses: its share of them is above 0. */
  readonly used: number;
}

/** The bins of each distribution, live and in the baseline, in any order. */
export const comparedBins: Counts<ComparedBins> = {
  selections: (query) => {
    const distribution = distributionOf(query);
    const live = distribution.selection(NOW);
    const source = baselineSource(query);
    if (source.kind === 'observed') {
      return { live, baseline: source.matched(distribution.selection(source.window)) };
    }
    const { shares, rows } = profileOf(distribution);
    return { live, shares: shares(), rows: rows() };
  },
  read: (query, selected) => comparedDistributions(query, selected),
};

/** The same in the order of their values: `compareBins`. */
export const orderedComparedBins: Counts<ComparedBins> = {
  selections: comparedBins.selections,
  read: (query, selected) => comparedDistributions(query, selected, orderedBins),
};

/** A subject whose bins are known apart from the times that were asked for. */
export interface ComparedDistribution extends Subject<ComparedBins> {
  /** Those of all times. */
  readonly bins: readonly string[];
}

export function comparedDistributions(
  query: MeasureQuery,
  selected: Selected,
  ordered?: (bins: readonly string[]) => readonly string[],
): ComparedDistribution[] {
  const live = distributionOf(query).read(seriesOf(selected, 'live'));
  const baseline = baselineOf(query, selected);
  const keys = new Set([...live.keys(), ...baseline.binned.keys()]);
  return [...keys].map((key) => subjectOf(live.get(key), baseline.binned.get(key), baseline, key, ordered));
}

/** The baseline's side of all distributions. */
interface Baseline {
  readonly binned: ReadonlyMap<string, BinnedSeries>;
  /** Training rows by key, where the profile is the baseline; else the counts themselves are the observations. */
  readonly rows: ReadonlyMap<string, Series> | undefined;
  /** Whether a baseline with this many observations in so many bins is compared with. */
  isEnough(observations: number, used: number): boolean;
  /** Whether a bin that only one side has means that the two cannot be compared. */
  readonly sameBinsOnly: boolean;
}

function baselineOf(query: MeasureQuery, selected: Selected): Baseline {
  const distribution = distributionOf(query);
  const { per, bin } = distribution;
  const source = baselineSource(query);
  if (source.kind === 'observed') {
    const binned = distribution.read(seriesOf(selected, 'baseline'));
    const sameBinsOnly = distribution.fewestBins !== undefined;
    return { binned, rows: undefined, isEnough: (sum, used) => isEnough(sum, query, used), sameBinsOnly };
  }
  const binned = binnedBy(seriesOf(selected, 'shares'), per, bin);
  return { binned, rows: singleBy(seriesOf(selected, 'rows'), per), isEnough: (sum) => sum > 0, sameBinsOnly: false };
}

const NO_BINS: Bins = new Map();

function subjectOf(
  live: BinnedSeries | undefined,
  reference: BinnedSeries | undefined,
  baseline: Baseline,
  key: string,
  ordered?: (bins: readonly string[]) => readonly string[],
): ComparedDistribution {
  const liveBins = live?.bins ?? NO_BINS;
  const referenceBins = reference?.bins ?? NO_BINS;
  const found = allBins(liveBins, referenceBins);
  const all = ordered?.(found) ?? found;
  const liveValues = all.map((bin) => liveBins.get(bin) ?? NO_VALUES);
  const referenceValues = all.map((bin) => referenceBins.get(bin) ?? NO_VALUES);
  const profiles = [...(live?.profiles ?? []), ...(reference?.profiles ?? [])];
  return {
    labels: (live ?? reference)?.labels ?? {},
    bins: all,
    at: (index) => {
      const counts = countsAt(all, liveValues, referenceValues, index);
      const differ = baseline.sameBinsOnly && !(counts.hasLive && haveSameBins(profiles, index));
      const hasReference = counts.hasReference && !differ;
      if (!counts.hasLive && !hasReference) return undefined;
      const sum = hasReference ? total(counts.reference) : NaN;
      const used = hasReference ? counts.used : 0;
      const known = baseline.isEnough(sum, used);
      return {
        bins: counts.bins,
        live: counts.live,
        observations: total(counts.live),
        reference: hasReference && known ? counts.reference : undefined,
        referenceObservations:
          baseline.rows === undefined ? (known ? sum : NaN) : valueAt(baseline.rows.get(key), index),
        used,
      };
    },
  };
}

const NO_VALUES: ArrayLike<number> = [];

/** The bins that either side has at any time. */
function allBins(live: Bins, reference: Bins): string[] {
  const all: string[] = [];
  live.forEach((_, bin) => all.push(bin));
  reference.forEach((_, bin) => {
    if (!live.has(bin)) all.push(bin);
  });
  return all;
}

/** What both sides have at one time. */
interface CountsAt {
  /** Labels of the bins that either side has: a profile that is replaced within the range takes its bins with it. */
  readonly bins: readonly string[];
  /** Counts of these bins, zero where a side has none. */
  readonly live: readonly number[];
  readonly reference: readonly number[];
  /** Whether a side has any value. */
  readonly hasLive: boolean;
  readonly hasReference: boolean;
  /** Bins of the reference above 0. */
  readonly used: number;
}

/** One plain loop: it runs for every feature and every time, and engines that interpret feel every call in it. */
function countsAt(
  labels: readonly string[],
  liveValues: readonly ArrayLike<number>[],
  referenceValues: readonly ArrayLike<number>[],
  index: number,
): CountsAt {
  const bins: string[] = [];
  const live: number[] = [];
  const reference: number[] = [];
  let hasLive = false;
  let hasReference = false;
  let used = 0;
  let length = 0;
  for (let i = 0; i < labels.length; i++) {
    const ofLive = liveValues[i]?.[index] ?? NaN;
    const ofReference = referenceValues[i]?.[index] ?? NaN;
    // NaN alone is not equal to itself.
    const isLive = ofLive === ofLive;
    const isReference = ofReference === ofReference;
    if (!isLive && !isReference) continue;
    bins[length] = labels[i] as string;
    live[length] = isLive ? ofLive : 0;
    reference[length] = isReference ? ofReference : 0;
    length++;
    if (isLive) hasLive = true;
    if (isReference) hasReference = true;
    if (ofReference > 0) used++;
  }
  return { bins, live, reference, hasLive, hasReference, used };
}
