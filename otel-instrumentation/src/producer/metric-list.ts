import { ValueType, type Attributes, type HrTime } from '@opentelemetry/api';
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type Histogram,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import { METRICS } from '@driftline/shared';

/** Every metric that leaves through the producer, in the order of its export. */
const EXPORTED = [
  METRICS.featureValue,
  METRICS.featureObservations,
  METRICS.featureProblems,
  METRICS.featureDeviation,
  METRICS.featureDeviationSquared,
  METRICS.featureMin,
  METRICS.featureMax,
  METRICS.predictionScore,
  METRICS.predictionObservations,
  METRICS.outcomeError,
  METRICS.outcomeErrorSquared,
  METRICS.outcomeDeviation,
  METRICS.referenceFeatureRatio,
  METRICS.referenceFeatureMean,
  METRICS.referenceFeatureStddev,
  METRICS.referenceFeatureMissingRatio,
  METRICS.referencePredictionRatio,
  METRICS.referencePredictionFavorable,
  METRICS.referencePerformance,
  METRICS.referenceRows,
] as const;

type Exported = (typeof EXPORTED)[number];

/** Metrics whose points are numbers, and those whose points are histograms. */
export type NumberMetric = Extract<Exported, { instrument: 'counter' | 'gauge' }>;
export type HistogramMetric = Extract<Exported, { instrument: 'histogram' }>;

/** Collects the points of all models, one list a metric. */
export class MetricList {
  readonly #now: HrTime;
  readonly #points = new Map<Exported, DataPoint<number | Histogram>[]>();

  /** @param now - milliseconds since 1970, the end of every point's span */
  constructor(now: number) {
    this.#now = hrTimeOf(now);
  }

  /** @param start - when counting began */
  add(metric: NumberMetric, value: number, attributes: Attributes, start: HrTime): void {
    this.#pointsOf(metric).push({ value, attributes, startTime: start, endTime: this.#now });
  }

  addHistogram(metric: HistogramMetric, value: Histogram, attributes: Attributes, start: HrTime): void {
    this.#pointsOf(metric).push({ value, attributes, startTime: start, endTime: this.#now });
  }

  /** The metrics that have points. */
  metrics(): MetricData[] {
    return EXPORTED.flatMap((metric) => {
      const points = this.#points.get(metric);
      return points === undefined ? [] : [metricOf(metric, points)];
    });
  }

  #pointsOf(metric: Exported): DataPoint<number | Histogram>[] {
    let points = this.#points.get(metric);
    if (points === undefined) this.#points.set(metric, (points = []));
    return points;
  }
}

function metricOf(
  { name, unit, description, instrument }: Exported,
  points: DataPoint<number | Histogram>[],
): MetricData {
  const base = {
    descriptor: { name, unit, description, valueType: ValueType.DOUBLE },
    // Prometheus drops delta points without a word, and cumulative ones survive an outage of the receiver.
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

/** Milliseconds since 1970 as seconds and nanoseconds. */
export function hrTimeOf(milliseconds: number): HrTime {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds, Math.round((milliseconds - seconds * 1000) * 1e6)];
}
