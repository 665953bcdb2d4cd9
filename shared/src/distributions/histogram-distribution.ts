import { clampMin, mul, n, or, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { binLabels } from '../profile/bins.ts';
import { grown } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { labeledWhere } from '../promql/label-replace.ts';
import { seriesOf } from '../promql/series.ts';
import { summed } from '../promql/summed.ts';
import type { HistogramSource, MeasureQuery } from '../query/measure-query.ts';
import { parseSelector } from '../query/selector.ts';
import { boundPattern } from './bucket-bounds.ts';
import type { Distribution, Moment } from './distribution.ts';

/** The label that bins get, so that what shows features shows these as well. */
const BIN = labelOf(ATTRIBUTES.featureBin);

/**
 * A histogram of classic buckets that somebody else records. Its buckets are cumulative, and PromQL cannot subtract a
 * series' neighbor: the bounds stand in the query, so that each bucket is labeled with the bin that it ends and with
 * the bin that it is just below, and one is subtracted from the other. Each bucket is read twice, however many there are.
 */
export function histogramDistribution(query: MeasureQuery, source: HistogramSource): Distribution {
  const bounds = [...source.edges, Infinity];
  const bins = binLabels(source.edges);
  const buckets = (moment: Moment, pattern: string): Expression => {
    const selector = parseSelector('selector', moment.selector ?? source.selector);
    const vector = seriesOf(selector, '_bucket').labelMatchRegexp('le', pattern);
    return summed(grown(vector, query, moment.offset), [...source.by, 'le']);
  };
  const binned = (moment: Moment, labelOfBound: (i: number) => string | undefined): Expression => {
    const named = bounds.map((bound, i) => ({ pattern: boundPattern(bound), bin: labelOfBound(i) }));
    const used = named.filter((each) => each.bin !== undefined);
    const all = buckets(moment, used.map(({ pattern }) => pattern).join('|'));
    const labeled = used.reduce((inner, { pattern, bin = '' }) => labeledWhere(inner, BIN, bin, 'le', pattern), all);
    return summed(labeled, [...source.by, BIN]);
  };
  return {
    per: source.by,
    bin: BIN,
    legend: source.by.length === 0 ? source.selector : source.by.map((label) => `{{${label}}}`).join(' '),
    counts: (moment) => {
      const upTo = (): Expression => binned(moment, (i) => bins[i]);
      const below = binned(moment, (i) => bins[i + 1]);
      // Extrapolation rounds neighbors apart: a trace below zero is none.
      return clampMin(sub(upTo(), or(below, mul(upTo(), n(0)))), 0);
    },
    total: (moment) => summed(buckets(moment, boundPattern(Infinity)), source.by),
  };
}
