import { readFileSync } from 'node:fs';
import { parseProfile, ProfileError } from '@driftline/shared';
import { defaultProducer, type DriftlineProducer } from '../producer/driftline-producer.ts';
import { ModelMonitor, type MonitorOptions } from './monitor.ts';

export interface CreateMonitorOptions extends MonitorOptions {
  /** The producer that hands the features to the metric reader; the process-wide one unless given. */
  readonly producer?: DriftlineProducer;
}

/**
 * Makes the monitor of one model.
 *
 * @param profile - path of a `profile.json`, or its parsed content
 * @throws {ProfileError} when the file cannot be read or the profile is wrong; never later
 */
export function createMonitor(profile: string | URL | object, options: CreateMonitorOptions = {}): ModelMonitor {
  const content = typeof profile === 'string' || profile instanceof URL ? readProfile(profile) : profile;
  const monitor = new ModelMonitor(parseProfile(content), options);
  (options.producer ?? defaultProducer).add(monitor);
  return monitor;
}

function readProfile(path: string | URL): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ProfileError(
      `The reference profile ${String(path)} cannot be read (${messageOf(error)}): write it with \`driftline profile\`.`,
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProfileError(
      `The reference profile ${String(path)} is not JSON (${messageOf(error)}): write it again with \`driftline profile\`.`,
      { cause: error },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
