import { ValueType, type Attributes, type HrTime } from '@opentelemetry/api';
import { millisToHrTime } from '@opentelemetry/core';
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type Histogram,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import type { Metric, MetricOf } from '@driftline/shared';
import { labelText } from '../values/label-text.ts';

/** Metrics whose points are numbers, and those whose points are histograms. */
export type NumberMetric = MetricOf<'counter'> | MetricOf<'gauge'>;
export type HistogramMetric = MetricOf<'histogram'>;

/** Takes points one by one. */
export interface PointList {
  /** @param start - when counting began */
  add(metric: NumberMetric, value: number, attributes: Attributes, start: HrTime): void;
  addHistogram(metric: HistogramMetric, value: Histogram, attributes: Attributes, start: HrTime): void;
}

/** Collects the points of all models by metric of the catalog. */
export class MetricList implements PointList {
  readonly #now: HrTime;
  readonly #points = new Map<Metric, DataPoint<number | Histogram>[]>();

  /** @param now - milliseconds since 1970, the end of every point's span */
  constructor(now: number) {
    this.#now = millisToHrTime(now);
  }

  add(metric: NumberMetric, value: number, attributes: Attributes, start: HrTime): void {
    this.#pointsOf(metric).push({ value, attributes: wellFormed(attributes), startTime: start, endTime: this.#now });
  }

  addHistogram(metric: HistogramMetric, value: Histogram, attributes: Attributes, start: HrTime): void {
    this.#pointsOf(metric).push({ value, attributes: wellFormed(attributes), startTime: start, endTime: this.#now });
  }

  /** The metrics that have points. */
  metrics(): MetricData[] {
    return [...this.#points].map(([metric, points]) => metricOf(metric, points));
  }

  #pointsOf(metric: Metric): DataPoint<number | Histogram>[] {
    let points = this.#points.get(metric);
    if (points === undefined) this.#points.set(metric, (points = []));
    return points;
  }
}

/** Attributes whose texts a store takes; the same object where they are fine, as nearly always. */
function wellFormed(attributes: Attributes): Attributes {
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'string' && labelText(value) !== value) {
      return Object.fromEntries(
        Object.entries(attributes).map(([key, each]) => [key, typeof each === 'string' ? labelText(each) : each]),
      );
    }
  }
  return attributes;
}

function metricOf(
  { name, unit, description, instrument }: Metric,
  points: DataPoint<number | Histogram>[],
): MetricData {
  const base = {
    descriptor: { name, unit, description, valueType: ValueType.DOUBLE },
    // Prometheus drops delta points silently, and cumulative ones survive an outage of the receiver.
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  if (instrument === 'histogram') {
    return { ...base, dataPointType: DataPointType.HISTOGRAM, dataPoints: points as DataPoint<Histogram>[] };
  }
  const dataPoints = points as DataPoint<number>[];
  return instrument === 'counter'
    ? { ...base, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }
    : { ...base, dataPointType: DataPointType.GAUGE, dataPoints };
}
