import { clampMin, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { binLabels } from '../profile/bins.ts';
import type { Expression } from '../promql/expression.ts';
import { increaseOf } from '../promql/increase.ts';
import { labeledWhere } from '../promql/label-replace.ts';
import { orZero } from '../promql/or-zero.ts';
import { selected } from '../promql/selectors.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { SeriesList } from '../query/answers.ts';
import type { HistogramSource, MeasureQuery } from '../query/measure-query.ts';
import { parseSelector } from '../query/selector.ts';
import { addedTo, type BinnedSeries } from './binned-series.ts';
import type { Distribution } from './distribution.ts';
import { groupedBy } from './grouped-series.ts';
import { histogramLegend } from './histogram-legend.ts';
import { leNumber, lePattern } from './le-pattern.ts';
import type { TimeWindow } from './time-window.ts';

/** The label of the bins: the same as for features, so that panels show both alike. */
const BIN = labelOf(ATTRIBUTES.featureBin);

/**
 * A histogram of classic buckets that another service records. Its buckets are cumulative, and PromQL cannot subtract
 * adjacent series. So the bounds are part of the query: each bucket is labeled once with the bin that it ends and once
 * with the bin above it, and the second is subtracted from the first. Each bucket is read twice.
 */
export function histogramDistribution(query: MeasureQuery, source: HistogramSource): Distribution {
  const bounds = [...source.edges, Infinity];
  const bins = binLabels(source.edges);
  const buckets = (window: TimeWindow, pattern: string): Expression => {
    const selector = parseSelector('selector', window.selector ?? source.selector);
    const vector = selected(selector, '_bucket').labelMatchRegexp('le', pattern);
    return sumBy(increaseOf(vector, query.window, window.offset), [...source.by, 'le']);
  };
  const allBounds = bounds.map(lePattern).join('|');
  const binned = (window: TimeWindow, labelOfBound: (i: number) => string | undefined): Expression => {
    const named = bounds.map((bound, i) => ({ pattern: lePattern(bound), bin: labelOfBound(i) }));
    const used = named.filter((each) => each.bin !== undefined);
    const all = buckets(window, used.map(({ pattern }) => pattern).join('|'));
    const labeled = used.reduce((inner, { pattern, bin = '' }) => labeledWhere(inner, BIN, bin, 'le', pattern), all);
    return sumBy(labeled, [...source.by, BIN]);
  };
  return {
    per: source.by,
    bin: BIN,
    legend: histogramLegend(source),
    counts: (window) => {
      const upTo = (): Expression => binned(window, (i) => bins[i]);
      const below = binned(window, (i) => bins[i + 1]);
      // Extrapolation may round adjacent buckets differently, which leaves small negative differences.
      return clampMin(sub(upTo(), orZero(below, upTo())), 0);
    },
    total: (window) => sumBy(buckets(window, lePattern(Infinity)), source.by),
    selection: (window) => buckets(window, allBounds),
    hasSeriesPerBin: false,
    read: (series) => binnedBuckets(series, source.by, bounds, bins),
  };
}

/** Cumulative buckets as counts of the bins between them; a bin without a bucket of its own is left out. */
function binnedBuckets(
  series: SeriesList,
  per: readonly string[],
  bounds: readonly number[],
  bins: readonly string[],
): ReadonlyMap<string, BinnedSeries> {
  const distributions = new Map<string, BinnedSeries>();
  for (const [key, group] of groupedBy(series, per)) {
    const byBound = new Map<number, number[]>();
    for (const { labels, values } of group.series) {
      const bound = leNumber(labels['le'] ?? '');
      const known = byBound.get(bound);
      byBound.set(bound, known === undefined ? Array.from(values) : known.map((value, i) => addedTo(value, values[i])));
    }
    const binned = new Map<string, number[]>();
    bounds.forEach((bound, b) => {
      const upTo = byBound.get(bound);
      const below = b === 0 ? undefined : byBound.get(bounds[b - 1] as number);
      if (upTo === undefined) return;
      binned.set(
        bins[b] as string,
        upTo.map((count, i) => Math.max(count - orNone(below?.[i]), 0)),
      );
    });
    distributions.set(key, { labels: group.labels, bins: binned, profiles: [binned] });
  }
  return distributions;
}

/** A bucket without a value holds nothing, as {@link orZero} has it in PromQL. */
function orNone(count = NaN): number {
  return Number.isNaN(count) ? 0 : count;
}
