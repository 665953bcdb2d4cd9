import { defaultProducer, type DriftlineProducer } from '../producer/driftline-producer.ts';
import { ModelMonitor, type MonitorOptions } from './monitor.ts';
import { loadProfile } from './load-profile.ts';
import { watchProfile } from './watch-profile.ts';

export interface CreateMonitorOptions extends MonitorOptions {
  /** The producer that hands the features to the metric reader; the process-wide one unless given. */
  readonly producer?: DriftlineProducer;
  /** Whether a profile that changes on disk is taken up; `profile` must be a path then. */
  readonly watch?: boolean;
}

/**
 * Makes the monitor of one model. Call it once for each model or version that the process runs, side by side; one of
 * the same name and version takes the place of the earlier. `removeMonitor` ends one.
 *
 * @param profile - path of a `profile.json`, or its parsed content
 * @throws {ProfileError} when the file cannot be read or the profile is wrong; never later
 * @throws {RangeError} for a limit that makes no sense
 * @throws {TypeError} for an attribute that is reserved or malformed
 */
export function createMonitor(profile: string | URL | object, options: CreateMonitorOptions = {}): ModelMonitor {
  const { producer = defaultProducer, watch = false } = options;
  const monitor = new ModelMonitor(loadProfile(profile), options);
  producer.add(monitor);
  if (watch && (typeof profile === 'string' || profile instanceof URL)) monitor.onClose(watchProfile(profile, monitor));
  return monitor;
}

/** Ends the monitor of a model: its series are exported no more. */
export function removeMonitor(monitor: ModelMonitor, producer: DriftlineProducer = defaultProducer): void {
  producer.remove(monitor);
}
