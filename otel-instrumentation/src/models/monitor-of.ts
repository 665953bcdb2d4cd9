import type { ModelMonitor } from '../recorder/model-monitor.ts';
import { defaultRegistry, type ModelRegistry } from './model-registry.ts';

/**
 * The monitor of a model that is recorded in this process, wherever it was created.
 *
 * @param version - of the model; default: the one that was added last
 */
export function monitorOf<Features = unknown>(
  name: string,
  version?: string,
  registry: ModelRegistry = defaultRegistry,
): ModelMonitor<Features> | undefined {
  return registry.find(name, version) as ModelMonitor<Features> | undefined;
}
