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
  /** Labels of the bins that have a value on either side, in order. */
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

/** The bins of each distribution, live and in the baseline. */
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
  read: comparedDistributions,
};

/** A subject whose bins are known apart from the times that were asked for. */
export interface ComparedDistribution extends Subject<ComparedBins> {
  /** Those of all times. */
  readonly bins: readonly string[];
}

export function comparedDistributions(query: MeasureQuery, selected: Selected): ComparedDistribution[] {
  const live = distributionOf(query).read(seriesOf(selected, 'live'));
  const baseline = baselineOf(query, selected);
  const keys = new Set([...live.keys(), ...baseline.binned.keys()]);
  return [...keys].map((key) => subjectOf(live.get(key), baseline.binned.get(key), baseline, key));
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
): ComparedDistribution {
  const liveBins = live?.bins ?? NO_BINS;
  const referenceBins = reference?.bins ?? NO_BINS;
  const all = orderedBins(new Set([...liveBins.keys(), ...referenceBins.keys()]));
  const profiles = [...(live?.profiles ?? []), ...(reference?.profiles ?? [])];
  return {
    labels: (live ?? reference)?.labels ?? {},
    bins: all,
    at: (index) => {
      // A profile that is replaced within the range takes its bins with it.
      const bins = all.filter((bin) => isKnown(liveBins.get(bin), index) || isKnown(referenceBins.get(bin), index));
      const liveCounts = countsAt(liveBins, bins, index);
      const differ = baseline.sameBinsOnly && !(liveCounts !== undefined && haveSameBins(profiles, index));
      const counts = differ ? undefined : countsAt(referenceBins, bins, index);
      if (liveCounts === undefined && counts === undefined) return undefined;
      const sum = counts === undefined ? NaN : total(counts);
      const used = counts?.filter((count) => count > 0).length ?? 0;
      const known = baseline.isEnough(sum, used);
      return {
        bins,
        live: liveCounts ?? bins.map(() => 0),
        observations: liveCounts === undefined ? 0 : total(liveCounts),
        reference: known ? counts : undefined,
        referenceObservations:
          baseline.rows === undefined ? (known ? sum : NaN) : valueAt(baseline.rows.get(key), index),
        used,
      };
    },
  };
}

/** Counts per bin at one time, zero where a bin has none; undefined where no bin has any. */
function countsAt(values: Bins, bins: readonly string[], index: number): number[] | undefined {
  const known = bins.some((bin) => isKnown(values.get(bin), index));
  return known ? bins.map((bin) => values.get(bin)?.[index] || 0) : undefined;
}

function isKnown(values: ArrayLike<number> | undefined, index: number): boolean {
  return !Number.isNaN(values?.[index] ?? NaN);
}
