import { count, min } from '@grafana/promql-builder';
import type { MetricOf } from '../conventions/metrics.ts';
import { increaseOf } from '../promql/increase.ts';
import type { Expression } from '../promql/expression.ts';
import { counter, dimensionLabels, type LabelValues } from '../promql/selectors.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { binnedBy } from './binned-series.ts';
import { comparedLabels } from './compared-labels.ts';
import type { Distribution } from './distribution.ts';
import type { TimeWindow } from './time-window.ts';

interface CountedDistribution {
  readonly observations: MetricOf<'counter'>;
  /** Share of each bin in the reference, by the labels `by`. */
  shares(by: readonly string[]): Expression;
  /** Label of a bin. */
  readonly bin: string;
  readonly legend: string;
  /** Rows of the reference that have a value, by the labels `per` of a distribution. */
  rows(per: readonly string[]): Expression;
  /** Labels besides the dimensions that tell one distribution from another. */
  readonly further?: readonly string[];
  /** What the observations are narrowed to, besides the dimensions of the query. */
  readonly values?: LabelValues;
}

/** A distribution that the recorder counts by bin, and whose reference the profile gives as shares of the same bins. */
export function countedDistribution(
  query: MeasureQuery,
  { observations, shares, bin, legend, rows, further = [], values = {} }: CountedDistribution,
): Distribution {
  const per = [...comparedLabels(observations, query), ...further];
  const perProfile = [...dimensionLabels(observations), ...further];
  const increase = ({ offset, where = query.where }: TimeWindow): Expression =>
    increaseOf(counter(observations, where, values), query.window, offset);
  const byProfile = (window: TimeWindow): Expression => sumBy(increase(window), [...perProfile, bin]);
  const isOfOneProfile = per.length === perProfile.length;
  return {
    per,
    bin,
    legend,
    counts: (window) => sumBy(increase(window), [...per, bin]),
    total: (window) => sumBy(increase(window), per),
    selection: byProfile,
    ...(isOfOneProfile
      ? {}
      : { fewestBins: (window) => min(count(byProfile(window)).by([...perProfile])).by([...per]) }),
    hasSeriesPerBin: isOfOneProfile,
    read: (series) => binnedBy(series, per, bin),
    reference: { shares: () => shares([...per, bin]), rows: () => rows(per) },
  };
}
