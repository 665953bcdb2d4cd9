import { histogramCount, histogramFraction, mul, or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { binLabels } from '../profile/bins.ts';
import type { Expression } from '../promql/expression.ts';
import { increaseOf } from '../promql/increase.ts';
import { labeled } from '../promql/label-replace.ts';
import { selected } from '../promql/selectors.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { HistogramSource, MeasureQuery } from '../query/measure-query.ts';
import { parseSelector } from '../query/selector.ts';
import { binnedBy } from './binned-series.ts';
import type { Distribution } from './distribution.ts';
import { histogramLegend } from './histogram-legend.ts';
import type { TimeWindow } from './time-window.ts';

const BIN = labelOf(ATTRIBUTES.featureBin);

/**
 * A native histogram of Prometheus: one series whose samples are histograms. The store itself says which share lies
 * between two edges, interpolating within its buckets.
 */
export function nativeHistogramDistribution(query: MeasureQuery, source: HistogramSource): Distribution {
  const bounds = [-Infinity, ...source.edges, Infinity];
  const merged = (window: TimeWindow): Expression => {
    const selector = parseSelector('selector', window.selector ?? source.selector);
    return sumBy(increaseOf(selected(selector), query.window, window.offset), source.by);
  };
  const total = (window: TimeWindow): Expression => histogramCount(merged(window));
  const counts = (window: TimeWindow): Expression =>
    binLabels(source.edges)
      .map((bin, i): Expression => {
        const share = histogramFraction(bounds[i] as number, bounds[i + 1] as number, merged(window));
        return labeled(mul(share, total(window)), BIN, bin);
      })
      .reduce((all, bin) => or(all, bin));
  return {
    per: source.by,
    bin: BIN,
    legend: histogramLegend(source),
    counts,
    total,
    selection: counts,
    hasSeriesPerBin: true,
    read: (series) => binnedBy(series, source.by, BIN),
  };
}
