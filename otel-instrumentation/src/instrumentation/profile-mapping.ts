import type { PredictionBatch } from '../recorder/batch.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { OnnxMapping } from './onnxruntime.ts';
import type { TensorflowMapping } from './tensorflow.ts';

/**
 * What a profile alone says about a model's tensors: the columns of its only input are the features in the order of the
 * profile, inputs that are called as features are these. Any other input gives latency, errors and predictions only, and
 * the monitor says so once.
 */
export function profileMapping(monitor: ModelMonitor): { onnx: OnnxMapping; tensorflow: TensorflowMapping } {
  const batch = (features: unknown, predictions: unknown): PredictionBatch => ({
    features: features as NonNullable<PredictionBatch['features']>,
    // Reading a tensor may wait for a device.
    ...(monitor.profile.prediction === undefined
      ? {}
      : { predictions: predictions as NonNullable<PredictionBatch['predictions']> }),
  });
  return { onnx: { monitor, batch }, tensorflow: { monitor, batch } };
}
