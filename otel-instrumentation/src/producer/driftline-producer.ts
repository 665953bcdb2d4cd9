import { emptyResource } from '@opentelemetry/resources';
import type { CollectionResult, MetricProducer } from '@opentelemetry/sdk-metrics';
import { METRICS } from '@driftline/shared';
import type { ModelMonitor } from '../recorder/monitor.ts';
import { counter, gauge, histogram, hrTimeOf } from './data-points.ts';
import { ModelPoints, type Points } from './model-points.ts';

/**
 * Hands the features of every monitor to a metric reader, next to the service's own metrics. It is synchronous inside
 * and never throws: a producer that throws loses the application's whole export, and one that waits blocks it.
 *
 * Features do not go through the SDK's instruments because its histogram refuses negative values and costs about
 * twenty times as much for each one.
 */
export class DriftlineProducer implements MetricProducer {
  readonly #models = new Map<ModelMonitor, ModelPoints>();

  /** Adds a model; one of the same name and version takes the place of the earlier one. */
  add(monitor: ModelMonitor): void {
    for (const known of this.#models.keys()) {
      const { name, version } = known.profile.model;
      if (name === monitor.profile.model.name && version === monitor.profile.model.version) this.remove(known);
    }
    this.#models.set(monitor, new ModelPoints(monitor));
  }

  remove(monitor: ModelMonitor): void {
    if (this.#models.delete(monitor)) monitor.close();
  }

  collect(): Promise<CollectionResult> {
    const errors: unknown[] = [];
    const points: Points = {
      values: [],
      observations: [],
      problems: [],
      ratio: [],
      mean: [],
      stddev: [],
      missingRatio: [],
      rows: [],
      favourable: [],
    };
    const now = hrTimeOf(Date.now());
    for (const [monitor, model] of this.#models) {
      try {
        monitor.bind();
        model.addTo(points, now);
      } catch (error) {
        errors.push(error);
      }
    }
    const scopeMetrics = [{ scope: { name: '@driftline/otel' }, metrics: metricsOf(points) }];
    return Promise.resolve({ resourceMetrics: { resource: emptyResource(), scopeMetrics }, errors });
  }
}

/** The producer of the whole process: hand it to a reader's `metricProducers`. */
export const defaultProducer = new DriftlineProducer();

function metricsOf(points: Points) {
  const all = [
    histogram({ name: METRICS.featureValue, unit: '', description: 'Values of a feature' }, points.values),
    counter(
      { name: METRICS.featureObservations, unit: '{observation}', description: 'Values of a feature by bin' },
      points.observations,
    ),
    counter(
      { name: METRICS.featureProblems, unit: '{observation}', description: 'Values of a feature by what is wrong' },
      points.problems,
    ),
    gauge(
      { name: METRICS.referenceFeatureRatio, unit: '1', description: 'Share of the training data by bin' },
      points.ratio,
    ),
    gauge({ name: METRICS.referenceFeatureMean, unit: '', description: 'Mean in the training data' }, points.mean),
    gauge(
      { name: METRICS.referenceFeatureStddev, unit: '', description: 'Standard deviation in the training data' },
      points.stddev,
    ),
    gauge(
      { name: METRICS.referenceFeatureMissingRatio, unit: '1', description: 'Missing share in the training data' },
      points.missingRatio,
    ),
    gauge({ name: METRICS.referenceRows, unit: '', description: 'Rows of the training data' }, points.rows),
    gauge(
      { name: METRICS.referencePredictionFavourable, unit: '', description: '1 for the favourable class' },
      points.favourable,
    ),
  ];
  return all.filter((metric) => metric.dataPoints.length > 0);
}
