import { and, histogramQuantile } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import type { MetricOf } from '../conventions/metrics.ts';
import { legendLabel } from '../conventions/series.ts';
import { durationCounts } from '../counts/durations.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import { durationBuckets, durations } from '../promql/durations.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { DEFAULT_QUANTILE } from '../query/measure-query.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import { histogramQuantile as quantileOf } from '../statistics/histogram-quantile.ts';
import type { Description } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';

type QuantileDefinition<Id extends string> = Omit<
  Description<Id>,
  'definition' | 'source' | 'unit' | 'subject' | 'inputs' | 'legend'
> & {
  /** A histogram of seconds, of a model. */
  readonly metric: MetricOf<'histogram'>;
};

/** The time within which a share of something is done, in seconds. */
export function quantileMeasure<const Id extends string>({
  metric,
  ...description
}: QuantileDefinition<Id>): Measure<Id> {
  return defineMeasure({
    ...description,
    // Calls and labels are timed for the model as a whole.
    isOfWholeModels: true,
    definition: `quantile of ${metric.name}, interpolated within its bucket`,
    source: 'Prometheus, histogram_quantile',
    unit: 'seconds',
    subject: 'model',
    inputs: ['model', 'version', 'quantile', 'minimumObservations'],
    legend: ({ quantile = DEFAULT_QUANTILE }) =>
      `p${Number((quantile * 100).toPrecision(6))} ${legendLabel(ATTRIBUTES.modelName)}`,
    counts: durationCounts(metric),
    value: {
      of: ({ buckets, count }, query) =>
        whenEnough(quantileOf(buckets, query.quantile ?? DEFAULT_QUANTILE), count, query),
      promql: (query) =>
        and(
          histogramQuantile(query.quantile ?? DEFAULT_QUANTILE, durationBuckets(metric, query)),
          atLeastMinimum(durations(metric, query), query),
        ).on(dimensionLabels(metric)),
    },
    observations: { of: ({ count }) => count, promql: (query) => durations(metric, query) },
  });
}
