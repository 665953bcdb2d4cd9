import type { PredictionBatch } from '../recorder/batch.ts';
import type { ModelMonitor } from '../recorder/monitor.ts';

/** Which calls of a library belong to a monitor, and what they mean to it. */
export interface ModelMapping<Model, Input, Output> {
  readonly monitor: ModelMonitor;
  /** Whether a call is of this model; every call unless given. */
  readonly matches?: (model: Model, input: Input) => boolean;
  /** Features and predictions of one call; latency and errors alone unless given. */
  readonly batch?: (input: Input, output: Output) => PredictionBatch;
}

/**
 * Makes one call of a model and records it: latency and errors always, features and predictions by the mapping. The
 * call's own result or error comes back unchanged, whatever the recording meets.
 */
export function recordCall<Model, Input, Output>(
  mappings: readonly ModelMapping<Model, Input, Output>[],
  model: Model,
  input: Input,
  call: () => Output | Promise<Output>,
): Output | Promise<Output> {
  const mapping = mappings.find((each) => matches(each, model, input));
  if (mapping === undefined) return call();
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const failed = (error: unknown): void => mapping.monitor.recordFailure(error, seconds());
  let result: Output | Promise<Output>;
  try {
    result = call();
  } catch (error) {
    failed(error);
    throw error;
  }
  if (!(result instanceof Promise)) {
    recordBatch(mapping, input, result, seconds());
    return result;
  }
  void result.then((output) => recordBatch(mapping, input, output, seconds()), failed);
  return result;
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
