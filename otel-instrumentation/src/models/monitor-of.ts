import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { TypedMonitor } from '../recorder/typed-monitor.ts';
import { defaultRegistry, type ModelRegistry } from './model-registry.ts';

/**
 * The monitor of a model that is recorded in this process, wherever it was created.
 *
 * @param version - of the model; default: the one that was added last
 */
export function monitorOf(name: string, version?: string, registry?: ModelRegistry): ModelMonitor | undefined;
export function monitorOf<Features extends object>(
  name: string,
  version?: string,
  registry?: ModelRegistry,
): TypedMonitor<Features> | undefined;
export function monitorOf(
  name: string,
  version?: string,
  registry: ModelRegistry = defaultRegistry,
): ModelMonitor | undefined {
  return registry.find(name, version);
}
