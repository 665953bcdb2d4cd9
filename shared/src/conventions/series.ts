import { METRICS, type MetricName } from './metrics.ts';
import type { AttributeName } from './attributes.ts';

/** The label under which a Prometheus-compatible store keeps an OpenTelemetry attribute. */
export function labelOf(attribute: AttributeName): string {
  return attribute.replace(/[^a-zA-Z0-9_]/g, '_');
}

const underscored = (metric: MetricName): string => metric.replaceAll('.', '_');

/** Series name of a counter; the store appends `_total`. */
export function counterSeries(metric: MetricName): string {
  return `${underscored(metric)}_total`;
}

/** Series name of a gauge. */
export function gaugeSeries(metric: MetricName): string {
  return underscored(metric);
}

/** Series name of one part of a histogram without a unit. */
export function histogramSeries(metric: MetricName, part: 'bucket' | 'count' | 'sum'): string {
  return `${underscored(metric)}_${part}`;
}

/**
 * Regular expression over the names of one part of the latency histogram. OTLP appends the unit to the name and the
 * Prometheus exporter of OpenTelemetry JS does not, so a portable selector has to accept both.
 */
export function durationSeriesPattern(part: 'bucket' | 'count' | 'sum'): string {
  return `${underscored(METRICS.predictionDuration)}(_seconds)?_${part}`;
}
