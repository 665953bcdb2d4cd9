import { ValueType, type Attributes, type HrTime } from '@opentelemetry/api';
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type Histogram,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import { METRICS, type MetricName } from '@driftline/shared';

interface Description {
  readonly name: MetricName;
  readonly unit: string;
  readonly description: string;
}

const counter = (name: MetricName, unit: string, description: string) =>
  ({ name, unit, description, kind: 'counter' }) as const;
const gauge = (name: MetricName, unit: string, description: string) =>
  ({ name, unit, description, kind: 'gauge' }) as const;
const histogram = (name: MetricName, unit: string, description: string) =>
  ({ name, unit, description, kind: 'histogram' }) as const;

/** Every metric that leaves through the producer, in the order of its export. */
const DESCRIPTIONS = [
  histogram(METRICS.featureValue, '', 'Values of a feature'),
  counter(METRICS.featureObservations, '{observation}', 'Values of a feature by bin'),
  counter(METRICS.featureProblems, '{observation}', 'Values of a feature by what is wrong'),
  counter(METRICS.featureDeviation, '', 'Sum of deviations from the reference mean, by side'),
  counter(METRICS.featureDeviationSquared, '', 'Sum of squared deviations from the reference mean'),
  gauge(METRICS.featureMin, '', 'Smallest value since the last export'),
  gauge(METRICS.featureMax, '', 'Largest value since the last export'),
  histogram(METRICS.predictionScore, '', 'Scores, or the answers of a regression'),
  counter(METRICS.predictionObservations, '{prediction}', 'Predictions by bin of the score, else by class'),
  histogram(METRICS.outcomeError, '', 'Absolute error of a regression'),
  counter(METRICS.outcomeErrorSquared, '', 'Sum of squared errors'),
  counter(METRICS.outcomeDeviation, '', 'Sum of prediction - actual, by side'),
  gauge(METRICS.referenceFeatureRatio, '1', 'Share of the training data by bin'),
  gauge(METRICS.referenceFeatureMean, '', 'Mean in the training data'),
  gauge(METRICS.referenceFeatureStddev, '', 'Standard deviation in the training data'),
  gauge(METRICS.referenceFeatureMissingRatio, '1', 'Missing share in the training data'),
  gauge(METRICS.referencePredictionRatio, '1', 'Share of the predictions on the training data by bin'),
  gauge(METRICS.referencePredictionFavourable, '', '1 for the favourable class'),
  gauge(METRICS.referencePerformance, '', 'Performance of the baseline by measure'),
  gauge(METRICS.referenceRows, '', 'Rows of the training data'),
] as const;

/** Metrics whose points are numbers, and those whose points are histograms. */
export type NumberMetric = Extract<(typeof DESCRIPTIONS)[number], { kind: 'counter' | 'gauge' }>['name'];
export type HistogramMetric = Extract<(typeof DESCRIPTIONS)[number], { kind: 'histogram' }>['name'];

/** Collects the points of all models, one list a metric. */
export class MetricList {
  readonly #now: HrTime;
  readonly #points = new Map<MetricName, DataPoint<number | Histogram>[]>();

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
    return DESCRIPTIONS.flatMap((description) => {
      const points = this.#points.get(description.name);
      return points === undefined ? [] : [metricOf(description, points)];
    });
  }

  #pointsOf(metric: MetricName): DataPoint<number | Histogram>[] {
    let points = this.#points.get(metric);
    if (points === undefined) this.#points.set(metric, (points = []));
    return points;
  }
}

function metricOf(
  { name, unit, description, kind }: Description & { kind: 'counter' | 'gauge' | 'histogram' },
  points: DataPoint<number | Histogram>[],
): MetricData {
  const base = {
    descriptor: { name, unit, description, valueType: ValueType.DOUBLE },
    // Prometheus drops delta points without a word, and cumulative ones survive an outage of the receiver.
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  if (kind === 'histogram') {
    return { ...base, dataPointType: DataPointType.HISTOGRAM, dataPoints: points as DataPoint<Histogram>[] };
  }
  const dataPoints = points as DataPoint<number>[];
  return kind === 'counter'
    ? { ...base, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }
    : { ...base, dataPointType: DataPointType.GAUGE, dataPoints };
}

/** Milliseconds since 1970 as seconds and nanoseconds. */
export function hrTimeOf(milliseconds: number): HrTime {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds, Math.round((milliseconds - seconds * 1000) * 1e6)];
}
