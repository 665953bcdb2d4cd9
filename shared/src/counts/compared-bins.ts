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
import { seriesOf, type Counts, type Selected, type Subject } from './counts.ts';

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
  return {
    labels: pair.labels,
    bins: pair.bins,
    at: (index) => {
      const counts = pair.at(index);
      const differ = baseline.sameBinsOnly && !(counts.hasLive && counts.hasSameBins);
      const hasReference = counts.hasReference && !differ;
      if (!counts.hasLive && !hasReference) return undefined;
      const used = hasReference ? counts.used : 0;
      const known = hasReference && baseline.isEnough(counts.referenceTotal, used);
      return {
        bins: counts.bins,
        live: counts.live,
        observations: counts.liveTotal,
        reference: known ? counts.reference : undefined,
        referenceTotal: known ? counts.referenceTotal : NaN,
        // Few ask for it.
        get referenceObservations() {
          return baseline.rows === undefined ? this.referenceTotal : baseline.rows(pair.labels, index);
        },
        used,
      };
    },
  };
}
