import type { PredictionBatch } from '../recorder/batch.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';

/** Which calls of a library belong to a monitor, and what they mean to it. */
export interface ModelMapping<Model, Input, Output> {
  readonly monitor: ModelMonitor;
  /** Whether a call belongs to this model; default: every call. */
  readonly matches?: (model: Model, input: Input) => boolean;
  /** Features and predictions of one call; default: none, which leaves latency and errors. */
  readonly batch?: (input: Input, output: Output) => PredictionBatch;
}

/**
 * Makes one call of a model and records it: latency and errors always, features and predictions by the mapping. The
 * call's own result or error comes back unchanged, whatever happens in the recording.
 */
export function recordCall<Model, Input, Output>(
  mappings: readonly ModelMapping<Model, Input, Output>[],
  model: Model,
  input: Input,
  call: () => Output | Promise<Output>,
): Output | Promise<Output> {
  const mapping = mappings.find((each) => matches(each, model, input));
  if (mapping === undefined) return call();
  return mapping.monitor.observe(call, (output, durationSeconds) =>
    recordBatch(mapping, input, output as Output, durationSeconds),
  );
}

function matches<Model, Input, Output>(
  { matches }: ModelMapping<Model, Input, Output>,
  model: Model,
  input: Input,
): boolean {
  try {
    return matches?.(model, input) ?? true;
  } catch {
    return false;
  }
}

function recordBatch<Model, Input, Output>(
  { monitor, batch }: ModelMapping<Model, Input, Output>,
  input: Input,
  output: Output,
  durationSeconds: number,
): void {
  let mapped: PredictionBatch = {};
  try {
    mapped = batch?.(input, output) ?? {};
  } catch (error) {
    monitor.noteMappingFailure(error);
  }
  monitor.recordBatch({ ...mapped, durationSeconds });
}
