import { millisToHrTime } from '@opentelemetry/core';
import { emptyResource } from '@opentelemetry/resources';
import type { CollectionResult, MetricProducer } from '@opentelemetry/sdk-metrics';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import { defaultRegistry, type ModelRegistry } from '../models/model-registry.ts';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { SCOPE } from '../recorder/scope.ts';
import { markAsOurs } from './attach-producer.ts';
import { addClasses } from './class-points.ts';
import { addFeature } from './feature-points.ts';
import { addLatency } from './latency-points.ts';
import { MetricList } from './metric-list.ts';
import { addPredictions } from './prediction-points.ts';

/**
 * Hands all that is counted of every registered model to a metric reader, next to the service's own metrics. It is
 * synchronous inside and never throws: a producer that throws loses the application's whole export, and one that waits
 * blocks it.
 *
 * Nothing goes through the SDK's instruments: they keep 2,000 label sets each and lump the rest together, know only what
 * was recorded after the SDK started, refuse negative values in histograms, and cost about twenty times as much.
 */
export class DriftlineProducer implements MetricProducer {
  readonly #registry: ModelRegistry;
  #isRead = false;

  constructor(registry: ModelRegistry) {
    this.#registry = registry;
    markAsOurs(this);
  }

  /** Whether a reader has collected from it. */
  get isRead(): boolean {
    return this.#isRead;
  }

  collect(): Promise<CollectionResult> {
    this.#isRead = true;
    const errors: unknown[] = [];
    const list = new MetricList(Date.now());
    for (const monitor of this.#registry.monitors) {
      try {
        addModel(list, monitor.recording);
        monitor.warnOfProblems();
      } catch (error) {
        errors.push(error);
      }
    }
    const scopeMetrics = [{ scope: { name: SCOPE }, metrics: list.metrics() }];
    return Promise.resolve({ resourceMetrics: { resource: emptyResource(), scopeMetrics }, errors });
  }
}

/** The producer of the whole process: add it to the `metricProducers` of a metric reader. */
export const defaultProducer = new DriftlineProducer(defaultRegistry);

function addModel(list: MetricList, recording: ModelRecording): void {
  const { attributes, profileAttributes, profile } = recording;
  const start = millisToHrTime(recording.startedAt);
  for (const feature of recording.features) addFeature(list, feature, profileAttributes, start);
  recording.pending.forgetOld();
  addLatency(list, recording, start);
  if (profile.prediction !== undefined) {
    addPredictions(list, recording, start);
    addClasses(list, recording, start);
  }
  list.add(METRICS.referenceRows, profile.rows, profileAttributes, start);
  for (const [measure, value] of Object.entries(profile.performance ?? {})) {
    list.add(METRICS.referencePerformance, value, { ...attributes, [ATTRIBUTES.performanceMeasure]: measure }, start);
  }
}
