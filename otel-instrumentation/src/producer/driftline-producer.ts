import { millisToHrTime } from '@opentelemetry/core';
import { emptyResource } from '@opentelemetry/resources';
import type { CollectionResult, MetricProducer } from '@opentelemetry/sdk-metrics';
import { defaultRegistry, type ModelRegistry } from '../models/model-registry.ts';
import { workerRecordings } from '../models/worker-recordings.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { SCOPE } from '../recorder/scope.ts';
import { markAsOurs } from './attach-producer.ts';
import { MetricList } from './metric-list.ts';
import { addCounted, addModel } from './model-points.ts';
import { SegmentList } from './segment-list.ts';

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
    for (const recording of this.#recordings(monitors)) attempt(() => addAll(list, recording));
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

function addAll(list: MetricList, recording: ModelRecording): void {
  const start = millisToHrTime(recording.startedAt);
  addModel(list, recording, start);
  for (const { values } of recording.segments) {
    for (const segment of values) addCounted(new SegmentList(list, segment.hasReference), segment, start);
  }
}
