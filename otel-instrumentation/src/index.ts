export {
  ModelSpanProcessor,
  type FinishedSpan,
  type ModelSpanProcessorOptions,
} from './instrumentation/model-span-processor.ts';
export { SPAN_ATTRIBUTES } from './instrumentation/span-attributes.ts';
export { removeMonitor, type CreateMonitorOptions, type ModelOptions } from './models/create-monitor.ts';
export { defaultRegistry, ModelRegistry } from './models/model-registry.ts';
export { monitorOf } from './models/monitor-of.ts';
export type { ProfileSource } from './models/profile-source.ts';
export { defaultProducer, DriftlineProducer } from './producer/driftline-producer.ts';
export type { BatchFeatures, Column, FeatureColumns, PredictionBatch } from './recorder/batch.ts';
export type { Limits } from './recorder/limits.ts';
export { ModelMonitor, type MonitorOptions, type MonitorReport } from './recorder/model-monitor.ts';
export type { Observation, Outcome, Ranking } from './recorder/observation.ts';
export type { OutputKind, OutputOptions } from './recorder/output-options.ts';
export type { OutcomeBatch } from './recorder/outcome-batch.ts';
export type { PredictionId } from './recorder/pending-predictions.ts';
export type { AnyTensor, TensorflowTensor, TensorLike } from './recorder/tensor.ts';
export type { TypedBatch, TypedBatchFeatures, TypedMonitor, TypedObservation } from './recorder/typed-monitor.ts';
export type { WrapOptions } from './recorder/wrap-options.ts';
export { createMonitor } from './setup/create-monitor.ts';
export type { ExportState } from './setup/export-state.ts';
export type { Health } from './setup/health.ts';
export type { MetricsHandler } from './setup/prometheus-endpoint.ts';
export { startDriftline, type Driftline, type StartOptions, type TypedDriftline } from './setup/start-driftline.ts';
export type { Metrics } from './setup/start-metrics.ts';
export type { Logger } from './values/log.ts';
export { parseProfile, ProfileError, type ReferenceProfile } from '@driftline/shared';
