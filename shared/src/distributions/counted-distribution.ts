import { count, min } from '@grafana/promql-builder';
import type { MetricOf } from '../conventions/metrics.ts';
import { increaseOf } from '../promql/increase.ts';
import type { Expression } from '../promql/expression.ts';
import { reference } from '../promql/reference.ts';
import { counter, dimensionLabels } from '../promql/selectors.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { binnedBy } from './binned-series.ts';
import { comparedLabels } from './compared-labels.ts';
import type { Distribution } from './distribution.ts';
import type { TimeWindow } from './time-window.ts';

interface CountedDistribution {
  readonly observations: MetricOf<'counter'>;
  readonly ratio: MetricOf<'gauge'>;
  /** Label of a bin. */
  readonly bin: string;
  readonly legend: string;
  rows(): Expression;
}

/** A distribution that the recorder counts by bin, and whose reference the profile gives as shares of the same bins. */
export function countedDistribution(
  query: MeasureQuery,
  { observations, ratio, bin, legend, rows }: CountedDistribution,
): Distribution {
  const per = comparedLabels(observations, query);
  const perProfile = dimensionLabels(observations);
  const increase = ({ offset, where = query.where }: TimeWindow): Expression =>
    increaseOf(counter(observations, where), query.window, offset);
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
    reference: { shares: () => reference(ratio, query, [...per, bin]), rows },
  };
}
