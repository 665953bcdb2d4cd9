import { emptyResource } from '@opentelemetry/resources';
import type { CollectionResult, MetricProducer } from '@opentelemetry/sdk-metrics';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { ModelRecording } from '../recorder/model-recording.ts';
import type { ModelMonitor } from '../recorder/monitor.ts';
import { addFeature } from './feature-points.ts';
import { hrTimeOf, MetricList } from './metric-list.ts';
import { addPredictions } from './prediction-points.ts';

/**
 * Hands the features of every monitor to a metric reader, next to the service's own metrics. It is synchronous inside
 * and never throws: a producer that throws loses the application's whole export, and one that waits blocks it.
 *
 * Features do not go through the SDK's instruments because its histogram refuses negative values and costs about
 * twenty times as much for each one.
 */
export class DriftlineProducer implements MetricProducer {
  readonly #monitors = new Set<ModelMonitor>();

  /** The models that are recorded. */
  get monitors(): readonly ModelMonitor[] {
    return [...this.#monitors];
  }

  /** Adds a model; one of the same name and version takes the place of the earlier one. */
  add(monitor: ModelMonitor): void {
    const { name, version } = monitor.profile.model;
    for (const known of this.monitors) {
      const { model } = known.profile;
      if (known !== monitor && model.name === name && model.version === version) this.remove(known);
    }
    this.#monitors.add(monitor);
  }

  /** Removes a model; its series end. */
  remove(monitor: ModelMonitor): void {
    if (this.#monitors.delete(monitor)) monitor.close();
  }

  collect(): Promise<CollectionResult> {
    const errors: unknown[] = [];
    const list = new MetricList(Date.now());
    for (const monitor of this.#monitors) {
      try {
        monitor.bind();
        addModel(list, monitor.recording);
      } catch (error) {
        errors.push(error);
      }
    }
    const scopeMetrics = [{ scope: { name: '@driftline/otel' }, metrics: list.metrics() }];
    return Promise.resolve({ resourceMetrics: { resource: emptyResource(), scopeMetrics }, errors });
  }
}

const GLOBAL = Symbol.for('driftline.producer');
const shared = globalThis as { [GLOBAL]?: DriftlineProducer };

/**
 * The producer of the whole process: hand it to a reader's `metricProducers`. It is the same one for every copy of this
 * package in the process, such as an ES module and a CommonJS one.
 */
export const defaultProducer = (shared[GLOBAL] ??= new DriftlineProducer());

function addModel(list: MetricList, recording: ModelRecording): void {
  const { attributes, profile } = recording;
  const start = hrTimeOf(recording.startedAt);
  for (const feature of recording.features) addFeature(list, feature, attributes, start);
  addPredictions(list, recording, start);
  list.add(METRICS.referenceRows, profile.rows, attributes, start);
  for (const [measure, value] of Object.entries(profile.performance ?? {})) {
    list.add(METRICS.referencePerformance, value, { ...attributes, [ATTRIBUTES.performanceMeasure]: measure }, start);
  }
}
