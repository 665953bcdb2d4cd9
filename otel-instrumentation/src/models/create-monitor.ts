import { ModelMonitor, type MonitorOptions } from '../recorder/model-monitor.ts';
import { loadProfile } from './load-profile.ts';
import { defaultRegistry, type ModelRegistry } from './model-registry.ts';
import { pathIn, type ProfileSource } from './profile-source.ts';
import { watchProfile } from './watch-profile.ts';

/** A monitor's options that do not depend on how metrics leave the process. */
export interface ModelOptions extends MonitorOptions {
  /** Whether to use a changed profile as soon as its file changes; `profile` must be a path then. */
  readonly watch?: boolean;
}

export interface CreateMonitorOptions extends ModelOptions {
  /** Where the model is registered; default: the registry of the process. */
  readonly registry?: ModelRegistry;
}

/**
 * Creates the monitor of one model. Call it once for each model or version that the process runs, side by side; one of
 * the same name and version replaces the earlier one. `removeMonitor` ends one.
 *
 * @param profile - path of a `profile.json`, or its parsed content
 * @throws {ProfileError} when the file cannot be read or the profile is wrong; never later
 * @throws {RangeError} for a limit that makes no sense
 * @throws {TypeError} for an attribute that is reserved or malformed
 */
export function createMonitor(profile: ProfileSource, options: CreateMonitorOptions = {}): ModelMonitor {
  return prepareMonitor(profile, options)(options.registry ?? defaultRegistry);
}

/**
 * Does the part of {@link createMonitor} that can fail, without side effects, so that a caller can check its models before
 * it starts what they need.
 *
 * @returns a function that does the rest and cannot fail
 */
export function prepareMonitor(
  profile: ProfileSource,
  options: ModelOptions = {},
): (registry: ModelRegistry) => ModelMonitor {
  const monitor = new ModelMonitor(loadProfile(profile), options);
  const path = options.watch === true ? pathIn(profile) : undefined;
  return (registry) => {
    registry.add(monitor);
    if (path !== undefined) monitor.onClose(watchProfile(path, monitor));
    return monitor;
  };
}

/** Ends the monitor of a model: its series are no longer exported. */
export function removeMonitor(monitor: ModelMonitor, registry: ModelRegistry = defaultRegistry): void {
  registry.remove(monitor);
}
