import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { histogramPoint } from './histogram-point.ts';
import type { PointList } from './metric-list.ts';

/** Adds how long calls took: those that succeeded from the start on, and each kind of failure once it occurred. */
export function addLatency(list: PointList, { attributes, latency }: ModelRecording, start: HrTime): void {
  list.addHistogram(METRICS.predictionDuration, histogramPoint(latency.succeeded), attributes, start);
  for (const [type, durations] of latency.failed) {
    const ofType = { ...attributes, [ATTRIBUTES.errorType]: type };
    list.addHistogram(METRICS.predictionDuration, histogramPoint(durations), ofType, start);
  }
}
