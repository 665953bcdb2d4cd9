import { millisToHrTime } from '@opentelemetry/core';
import { emptyResource } from '@opentelemetry/resources';
import type { CollectionResult, MetricProducer } from '@opentelemetry/sdk-metrics';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import { defaultRegistry, type ModelRegistry } from '../models/model-registry.ts';
import { workerRecordings } from '../models/worker-recordings.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { SCOPE } from '../recorder/scope.ts';
import { markAsOurs } from './attach-producer.ts';
import { addCalibration } from './calibration-points.ts';
import { addClasses } from './class-points.ts';
import { addFeature } from './feature-points.ts';
import { addLatency } from './latency-points.ts';
import { MetricList } from './metric-list.ts';
import { addOutcomeReference } from './outcome-reference.ts';
import { addPredictions } from './prediction-points.ts';
import { addRankings } from './ranking-points.ts';
import { addRegression } from './regression-points.ts';
import { addScores } from './score-points.ts';

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
    const { monitors } = this.#registry;
    const attempt = (action: () => void): void => {
      try {
        action();
      } catch (error) {
        errors.push(error);
      }
    };
    for (const recording of this.#recordings(monitors)) attempt(() => addModel(list, recording));
    for (const monitor of monitors) attempt(() => monitor.warnOfProblems());
    const scopeMetrics = [{ scope: { name: SCOPE }, metrics: list.metrics() }];
    return Promise.resolve({ resourceMetrics: { resource: emptyResource(), scopeMetrics }, errors });
  }

  /** Those of the models, and for the whole process with what its worker threads count. */
  #recordings(monitors: readonly ModelMonitor[]): readonly ModelRecording[] {
    for (const { recording } of monitors) recording.pending.forgetOld();
    const own = monitors.map(({ recording }) => recording);
    if (this.#registry !== defaultRegistry) return own;
    workerRecordings.listen();
    return workerRecordings.with(own);
  }
}

/** The producer of the whole process: add it to the `metricProducers` of a metric reader. */
export const defaultProducer = new DriftlineProducer(defaultRegistry);

function addModel(list: MetricList, recording: ModelRecording): void {
  const { attributes, profileAttributes, profile } = recording;
  const start = millisToHrTime(recording.startedAt);
  for (const feature of recording.features) addFeature(list, feature, profileAttributes, start);
  addLatency(list, recording, start);
  if (profile.prediction !== undefined) {
    addPredictions(list, recording, start);
    addRegression(list, recording, start);
    addClasses(list, recording, start);
    addOutcomeReference(list, recording, start);
    addScores(list, recording, start);
    addCalibration(list, recording, start);
  }
  addRankings(list, recording, start);
  list.add(METRICS.referenceRows, profile.rows, profileAttributes, start);
  for (const [measure, value] of Object.entries(profile.performance ?? {})) {
    list.add(METRICS.referencePerformance, value, { ...attributes, [ATTRIBUTES.performanceMeasure]: measure }, start);
  }
}
