export { createMonitor, type CreateMonitorOptions } from './recorder/create-monitor.ts';
export {
  ModelMonitor,
  type MonitorOptions,
  type MonitorReport,
  type Observation,
  type WrapOptions,
} from './recorder/monitor.ts';
export { defaultProducer, DriftlineProducer } from './producer/driftline-producer.ts';
export { startDriftline, type Driftline, type StartOptions } from './setup/start-driftline.ts';
export { parseProfile, ProfileError, type ReferenceProfile } from '@driftline/shared';
