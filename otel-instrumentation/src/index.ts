export {
  ModelSpanProcessor,
  type FinishedSpan,
  type ModelSpanProcessorOptions,
} from './instrumentation/model-span-processor.ts';
export { SPAN_ATTRIBUTES } from './instrumentation/span-attributes.ts';
export { createMonitor, removeMonitor, type CreateMonitorOptions } from './recorder/create-monitor.ts';
export type { Column, FeatureColumns, PredictionBatch } from './recorder/batch.ts';
export type { Limits } from './recorder/limits.ts';
export { ModelMonitor, type MonitorOptions, type MonitorReport, type WrapOptions } from './recorder/monitor.ts';
export type { Observation, Outcome } from './recorder/observation.ts';
export type { PredictionId } from './recorder/pending-predictions.ts';
export { defaultProducer, DriftlineProducer } from './producer/driftline-producer.ts';
export { startDriftline, type Driftline, type StartOptions } from './setup/start-driftline.ts';
export { parseProfile, ProfileError, type ReferenceProfile } from '@driftline/shared';
export { monitorOf } from './recorder/monitor-of.ts';
