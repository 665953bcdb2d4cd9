import type { Histogram } from '@opentelemetry/sdk-metrics';
import type { HistogramAccumulation } from '../recorder/histogram-accumulation.ts';

/** A histogram as the value of an OpenTelemetry histogram point; the extremes have gauges of their own. */
export function histogramPoint(accumulation: HistogramAccumulation): Histogram {
  const counts = accumulation.counts();
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { buckets: { boundaries: [...accumulation.edges], counts }, sum: accumulation.sum, count };
}
