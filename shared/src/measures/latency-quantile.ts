import { METRICS } from '../conventions/metrics.ts';
import { and, histogramQuantile, increase, sum } from '@grafana/promql-builder';
import { histogramPattern, labelOf } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { labels, modelOf, seriesMatching } from '../promql/series.ts';
import { DEFAULT_QUANTILE, type MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';
import { LATENCY_REMEDY } from './remedies.ts';

function calls(query: MeasureQuery): Expression {
  return counted(
    seriesMatching(histogramPattern(METRICS.predictionDuration, 'count'), modelOf(query)),
    query,
    PER_MODEL,
  );
}

function expression(query: MeasureQuery): Expression {
  const buckets = seriesMatching(histogramPattern(METRICS.predictionDuration, 'bucket'), modelOf(query));
  return and(
    histogramQuantile(
      query.quantile ?? DEFAULT_QUANTILE,
      sum(increase(buckets.range(query.window))).by(['le', ...labels(...PER_MODEL)]),
    ),
    enough(calls(query), query),
  ).on(PER_MODEL.map(labelOf));
}

export const latencyQuantile: Measure = {
  id: 'latency-quantile',
  name: 'Latency quantile',
  description: 'Time within which this share of predictions was made; the 99th percentile unless another is asked for.',
  definition: 'quantile of ml.prediction.duration, interpolated within its bucket',
  source: 'Prometheus, histogram_quantile',
  family: 'traffic',
  unit: 'seconds',
  subject: 'model',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.2, remedy: LATENCY_REMEDY },
  legend: (query) => `p${Number(((query.quantile ?? DEFAULT_QUANTILE) * 100).toPrecision(6))} {{ml_model_name}}`,
  promql: expression,
  observations: calls,
};
