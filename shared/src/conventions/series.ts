import type { AttributeName } from './attributes.ts';
import type { Metric, MetricOf } from './metrics.ts';

/** The label under which a Prometheus-compatible store keeps an OpenTelemetry attribute. */
export function labelOf(attribute: AttributeName): string {
  return underscored(attribute);
}

/** A label in Grafana's legend format. */
export function legendLabel(attribute: AttributeName): string {
  return `{{${labelOf(attribute)}}}`;
}

/** Series name of a counter; the store appends `_total`. */
export function counterSeries(metric: MetricOf<'counter'>): string {
  return `${underscored(metric.name)}_total`;
}

/** Series name of a gauge. */
export function gaugeSeries(metric: MetricOf<'gauge'>): string {
  return underscored(metric.name);
}

const PARTS = ['bucket', 'count', 'sum'] as const;

/** The parts that a classic histogram is stored in. */
export type HistogramPart = (typeof PARTS)[number];

/** Series name of one part of a histogram without a unit. */
export function histogramSeries(metric: MetricOf<'histogram'>, part: HistogramPart): string {
  return `${underscored(metric.name)}_${part}`;
}

/** Suffixes that a store appends for a unit. */
const UNIT_SUFFIXES: Readonly<Record<string, string>> = { s: 'seconds' };

/**
 * Regular expression over the names of one part of a histogram with a unit. OTLP appends the unit to the name and the
 * Prometheus exporter of OpenTelemetry JS does not, so a portable selector has to accept both.
 */
export function histogramPattern(metric: MetricOf<'histogram'>, part: HistogramPart): string {
  return `${histogramStem(metric)}_${part}`;
}

function histogramStem({ name, unit }: Metric): string {
  const suffix = UNIT_SUFFIXES[unit];
  return `${underscored(name)}${suffix === undefined ? '' : `(_${suffix})?`}`;
}

/** Regular expression over the names of all series that a metric becomes in a store. */
export function seriesPattern(metric: Metric): string {
  switch (metric.instrument) {
    case 'counter':
      return `${underscored(metric.name)}_total`;
    case 'gauge':
      return underscored(metric.name);
    case 'histogram':
      return `${histogramStem(metric)}_(${PARTS.join('|')})`;
  }
}

function underscored(name: Metric['name'] | AttributeName): string {
  return name.replace(/[^a-zA-Z0-9_]/g, '_');
}
