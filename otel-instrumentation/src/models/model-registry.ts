import { warnOfChangedProfile } from '../recorder/changed-profile.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import { WarnOnce } from '../recorder/warn-once.ts';

/** The models that are recorded: at most one monitor for each name and version. */
export class ModelRegistry {
  readonly #monitors = new Set<ModelMonitor>();
  readonly #warnings = new WarnOnce();

  /** In the order in which they were added. */
  get monitors(): readonly ModelMonitor[] {
    this.#removeReplaced();
    return [...this.#monitors];
  }

  /** Adds a model, and removes an earlier one of the same name and version. */
  add(monitor: ModelMonitor): void {
    const { name, version } = monitor.profile.model;
    const earlier = this.find(name, version);
    if (earlier !== undefined && earlier !== monitor) {
      warnOfChangedProfile(this.#warnings, earlier.recording, monitor.recording);
      this.remove(earlier);
    }
    this.#monitors.add(monitor);
  }

  /** Removes a model and closes its monitor; its series end. */
  remove(monitor: ModelMonitor): void {
    if (this.#monitors.delete(monitor)) monitor.close();
  }

  /** A monitor may take on the version of another one by a new profile: the one that began last stays. */
  #removeReplaced(): void {
    const byModel = new Map<string, ModelMonitor>();
    for (const monitor of this.#monitors) {
      const { name, version } = monitor.profile.model;
      const key = JSON.stringify([name, version]);
      const other = byModel.get(key);
      const isEarlier = other !== undefined && monitor.recording.startedAt < other.recording.startedAt;
      if (!isEarlier) byModel.set(key, monitor);
      if (other !== undefined) this.remove(isEarlier ? monitor : other);
    }
  }

  /** @param version - default: the one that was added last */
  find(name: string, version?: string): ModelMonitor | undefined {
    return this.monitors.findLast(
      ({ profile: { model } }) => model.name === name && (version === undefined || model.version === version),
    );
  }
}

const GLOBAL = Symbol.for('driftline.models');
const process_ = globalThis as { [GLOBAL]?: ModelRegistry };

/**
 * The registry of the whole process: the same one for every copy of this package in it, such as an ES module and a
 * CommonJS one.
 */
export const defaultRegistry = (process_[GLOBAL] ??= new ModelRegistry());
