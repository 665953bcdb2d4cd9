import type { Histogram } from '@opentelemetry/sdk-metrics';
import type { BinnedValues } from '../recorder/binned-values.ts';

/** Binned values as the value of an OpenTelemetry histogram point; the extremes have gauges of their own. */
export function histogramOf(values: BinnedValues): Histogram {
  const counts = values.counts();
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { buckets: { boundaries: [...values.edges], counts }, sum: values.sum, count };
}
