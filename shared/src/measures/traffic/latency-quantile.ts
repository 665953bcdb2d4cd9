import { and, histogramQuantile } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../../conventions/attributes.ts';
import { METRICS } from '../../conventions/metrics.ts';
import { legendLabel } from '../../conventions/series.ts';
import { callDurationCounts } from '../../counts/calls.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import { callDurations, calls } from '../../promql/calls.ts';
import { dimensionLabels } from '../../promql/selectors.ts';
import { DEFAULT_QUANTILE } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { histogramQuantile as quantileOf } from '../../statistics/histogram-quantile.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { LATENCY_RUNBOOK } from '../../templates/runbooks.ts';

export const latencyQuantile = defineMeasure({
  id: 'latency-quantile',
  name: 'Latency quantile',
  description: 'Time within which this share of the predictions completes. By default the 99th percentile.',
  definition: 'quantile of ml.prediction.duration, interpolated within its bucket',
  source: 'Prometheus, histogram_quantile',
  family: 'traffic',
  unit: 'seconds',
  subject: 'model',
  worse: 'higher',
  thresholds: { side: 'above', critical: 0.2, title: 'Latency', runbook: LATENCY_RUNBOOK },
  inputs: ['model', 'version', 'quantile', 'minimumObservations'],
  legend: ({ quantile = DEFAULT_QUANTILE }) =>
    `p${Number((quantile * 100).toPrecision(6))} ${legendLabel(ATTRIBUTES.modelName)}`,
  counts: callDurationCounts,
  value: {
    of: (durations, query) =>
      whenEnough(quantileOf(durations.buckets, query.quantile ?? DEFAULT_QUANTILE), durations.calls, query),
    promql: (query) =>
      and(
        histogramQuantile(query.quantile ?? DEFAULT_QUANTILE, callDurations(query)),
        atLeastMinimum(calls(query), query),
      ).on(dimensionLabels(METRICS.predictionDuration)),
  },
  observations: { of: (durations) => durations.calls, promql: (query) => calls(query) },
});
