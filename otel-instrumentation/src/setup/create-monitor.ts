import { isMainThread } from 'node:worker_threads';
import { createMonitor as createRegistered, type CreateMonitorOptions } from '../models/create-monitor.ts';
import type { ProfileSource } from '../models/profile-source.ts';
import { shareWithMain } from '../models/share-with-main.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { TypedMonitor } from '../recorder/typed-monitor.ts';
import { exportThroughGlobalProvider, isExported } from './global-provider.ts';

/**
 * Creates the monitor of one model. Call it once for each model or version that the process runs, side by side; one of
 * the same name and version replaces the earlier one. `removeMonitor` ends one.
 *
 * Its metrics leave through the MeterProvider that the process has, whether it exists already or starts later. Those of a
 * worker thread without a MeterProvider leave with those of the main thread.
 *
 * @typeParam Features - values by feature name, as `driftline types` writes them from the profile; default: any
 * @param profile - path of a `profile.json`, or its parsed content
 * @throws {ProfileError} when the file cannot be read or the profile is wrong; never later
 * @throws {RangeError} for a limit that makes no sense, and for options of the output that do not fit the profile
 * @throws {TypeError} for an attribute that is reserved or malformed
 */
export function createMonitor(profile: ProfileSource, options?: CreateMonitorOptions): ModelMonitor;
export function createMonitor<Features extends object>(
  profile: ProfileSource,
  options?: CreateMonitorOptions,
): TypedMonitor<Features>;
export function createMonitor(profile: ProfileSource, options: CreateMonitorOptions = {}): ModelMonitor {
  const monitor = createRegistered(profile, options);
  if (options.registry !== undefined) return monitor;
  if (isMainThread || isExported()) exportThroughGlobalProvider();
  else shareWithMain(monitor);
  return monitor;
}
