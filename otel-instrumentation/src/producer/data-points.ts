import { ValueType, type Attributes, type HrTime } from '@opentelemetry/api';
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type Histogram,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import type { MetricName } from '@driftline/shared';

/** What every metric says of itself. */
export interface Description {
  readonly name: MetricName;
  readonly unit: string;
  readonly description: string;
}

const base = ({ name, unit, description }: Description) => ({
  descriptor: { name, unit, description, valueType: ValueType.DOUBLE },
  // Prometheus drops delta points without a word, and cumulative ones survive an outage of the receiver.
  aggregationTemporality: AggregationTemporality.CUMULATIVE,
});

export function gauge(description: Description, dataPoints: DataPoint<number>[]): MetricData {
  return { ...base(description), dataPointType: DataPointType.GAUGE, dataPoints };
}

export function counter(description: Description, dataPoints: DataPoint<number>[]): MetricData {
  return { ...base(description), dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints };
}

export function histogram(description: Description, dataPoints: DataPoint<Histogram>[]): MetricData {
  return { ...base(description), dataPointType: DataPointType.HISTOGRAM, dataPoints };
}

/** One value over the span that its count covers. */
export function point<T>(value: T, attributes: Attributes, startTime: HrTime, endTime: HrTime): DataPoint<T> {
  return { value, attributes, startTime, endTime };
}

/** Milliseconds since 1970 as seconds and nanoseconds. */
export function hrTimeOf(milliseconds: number): HrTime {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds, Math.round((milliseconds - seconds * 1000) * 1e6)];
}
