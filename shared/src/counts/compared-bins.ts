import { baselineSource } from '../distributions/baseline.ts';
import { binnedBy } from '../distributions/binned-series.ts';
import { profileOf } from '../distributions/comparison.ts';
import type { Distribution } from '../distributions/distribution.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import { valuesBy, type ValueOf } from '../distributions/grouped-series.ts';
import { sideBySide } from '../distributions/side-by-side.ts';
import { NOW } from '../distributions/time-window.ts';
import { orderedBins } from '../profile/bin-order.ts';
import type { SeriesList } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { isEnough } from '../query/minimum-observations.ts';
import type { OrderOfBins, SideBySide } from '../query/side-by-side.ts';
import type { Column } from '../statistics/columns.ts';
import type { BothSides } from '../statistics/shares.ts';
import { countOf, seriesOf, type Counts, type Selected, type Subject } from './counts.ts';

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
  /** The sum of the baseline's bins. */
  readonly referenceTotal: number;
  /** Observations, or training rows, that the baseline rests on. */
  readonly referenceObservations: number;
  /** Bins that the baseline uses: its share of them is above 0. */
  readonly used: number;
}

/** The bins of each distribution, live and in the baseline, in any order. */
export const comparedBins: Counts<ComparedBins, ComparedDistribution> = {
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
export const orderedComparedBins: Counts<ComparedBins, ComparedDistribution> = {
  selections: comparedBins.selections,
  read: (query, selected) => comparedDistributions(query, selected, orderedBins),
};

/** A subject whose bins are known apart from the times that were asked for, with its counts at all of them. */
export interface ComparedDistribution extends Subject<ComparedBins>, BothSides {
  /** Those of all times. */
  readonly bins: readonly string[];
  /** Bins that the baseline uses, at each time. */
  readonly used: Column;
}

export function comparedDistributions(
  query: MeasureQuery,
  selected: Selected,
  ordered?: OrderOfBins,
): ComparedDistribution[] {
  const distribution = distributionOf(query);
  const { per } = distribution;
  const live = seriesOf(selected, 'live');
  const baseline = baselineOf(query, selected);
  const pairs =
    distribution.hasSeriesPerBin && live.sideBySide !== undefined
      ? live.sideBySide(baseline.series, per, distribution.bin, ordered)
      : sideBySide(distribution.read(live), baseline.read(baseline.series), ordered);
  return pairs.map((pair) => subjectOf(pair, baseline));
}

/** The baseline's side of all distributions. */
interface Baseline {
  readonly series: SeriesList;
  read: Distribution['read'];
  /** Training rows, where the profile is the baseline; else the counts themselves are the observations. */
  readonly rows: ValueOf | undefined;
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
    return {
      series: seriesOf(selected, 'baseline'),
      read: (series) => distribution.read(series),
      rows: undefined,
      isEnough: (sum, used) => isEnough(sum, query, used),
      sameBinsOnly: distribution.fewestBins !== undefined,
    };
  }
  return {
    series: seriesOf(selected, 'shares'),
    read: (series) => binnedBy(series, per, bin),
    rows: valuesBy(seriesOf(selected, 'rows'), per),
    isEnough: (sum) => sum > 0,
    sameBinsOnly: false,
  };
}

function subjectOf(pair: SideBySide, baseline: Baseline): ComparedDistribution {
  const { labels, bins, live, reference, liveTotal, used } = pair;
  const isComparable = (index: number): boolean =>
    !baseline.sameBinsOnly || (hasValue(liveTotal, index) && pair.hasSameBins?.(index) !== false);
  const hasReference = (index: number): boolean => hasValue(pair.referenceTotal, index) && isComparable(index);
  const referenceTotal = pair.referenceTotal.map((sum, index) =>
    hasReference(index) && baseline.isEnough(sum, used[index] as number) ? sum : NaN,
  );
  return {
    labels,
    bins,
    live,
    reference,
    liveTotal,
    referenceTotal,
    used,
    at: (index) => {
      if (!hasValue(liveTotal, index) && !hasReference(index)) return undefined;
      const sum = referenceTotal[index] as number;
      // Few ask for single bins.
      let found: CountsOfBins | undefined;
      const counts = (): CountsOfBins => (found ??= countsAt(pair, index));
      return {
        get bins() {
          return counts().bins;
        },
        get live() {
          return counts().live;
        },
        observations: countOf(liveTotal[index]),
        get reference() {
          return Number.isNaN(sum) ? undefined : counts().reference;
        },
        referenceTotal: sum,
        get referenceObservations() {
          return baseline.rows === undefined ? sum : baseline.rows(labels, index);
        },
        used: hasReference(index) ? (used[index] as number) : 0,
      };
    },
  };
}

function hasValue(column: Column, index: number): boolean {
  return !Number.isNaN(column[index] ?? NaN);
}

/** The bins that either side has at one time, with their counts: zero where a side has none. */
type CountsOfBins = Record<'live' | 'reference', readonly number[]> & { readonly bins: readonly string[] };

function countsAt({ bins, live, reference, liveTotal }: SideBySide, index: number): CountsOfBins {
  const counts = { bins: [] as string[], live: [] as number[], reference: [] as number[] };
  for (let bin = 0, i = index; bin < bins.length; bin++, i += liveTotal.length) {
    const [ofLive, ofReference] = [live[i] as number, reference[i] as number];
    if (Number.isNaN(ofLive) && Number.isNaN(ofReference)) continue;
    counts.bins.push(bins[bin] as string);
    counts.live.push(countOf(ofLive));
    counts.reference.push(countOf(ofReference));
  }
  return counts;
}
