import { histogramCount, histogramFraction, mul, or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { binLabels } from '../profile/bins.ts';
import { grown } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { labeled } from '../promql/label-replace.ts';
import { seriesOf } from '../promql/series.ts';
import { summed } from '../promql/summed.ts';
import type { HistogramSource, MeasureQuery } from '../query/measure-query.ts';
import { parseSelector } from '../query/selector.ts';
import type { Distribution, Moment } from './distribution.ts';

const BIN = labelOf(ATTRIBUTES.featureBin);

/**
 * A native histogram of Prometheus: one series whose samples are histograms. The store itself says which share lies
 * between two edges, interpolating within its buckets.
 */
export function nativeHistogramDistribution(query: MeasureQuery, source: HistogramSource): Distribution {
  const bounds = [-Infinity, ...source.edges, Infinity];
  const merged = (moment: Moment): Expression =>
    summed(
      grown(seriesOf(parseSelector('selector', moment.selector ?? source.selector)), query, moment.offset),
      source.by,
    );
  const total = (moment: Moment): Expression => histogramCount(merged(moment));
  return {
    per: source.by,
    bin: BIN,
    legend: source.by.length === 0 ? source.selector : source.by.map((label) => `{{${label}}}`).join(' '),
    counts: (moment) =>
      binLabels(source.edges)
        .map((bin, i): Expression => {
          const share = histogramFraction(bounds[i] as number, bounds[i + 1] as number, merged(moment));
          return labeled(mul(share, total(moment)), BIN, bin);
        })
        .reduce((all, bin) => or(all, bin)),
    total,
  };
}
