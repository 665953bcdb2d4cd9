import { defaultProducer, type DriftlineProducer } from '../producer/driftline-producer.ts';
import type { ModelMonitor } from './monitor.ts';

/**
 * The monitor of a model that is recorded in this process, wherever it was made.
 *
 * @param version - of the model; the one that was added last unless given
 */
export function monitorOf(
  name: string,
  version?: string,
  producer: DriftlineProducer = defaultProducer,
): ModelMonitor | undefined {
  return producer.monitors.findLast(
    ({ profile: { model } }) => model.name === name && (version === undefined || model.version === version),
  );
}
