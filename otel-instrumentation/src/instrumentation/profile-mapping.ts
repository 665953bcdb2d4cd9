import type { PredictionBatch } from '../recorder/batch.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { OnnxMapping, Tensors } from './onnxruntime.ts';
import { tensorBatch, type TensorLike } from './tensor-batch.ts';
import { tensorOf, type TensorflowMapping, type TensorflowTensor } from './tensorflow.ts';

/**
 * What a profile alone says about a model's tensors: if the only input has a column for each feature, the columns are
 * these features in the profile's order. Other shapes give latency and errors only, because a guess would be worse.
 */
export function profileMapping(monitor: ModelMonitor): { onnx: OnnxMapping; tensorflow: TensorflowMapping } {
  const batch = (inputs: readonly TensorLike[], outputs: readonly TensorLike[]): PredictionBatch => {
    const { features, prediction } = monitor.profile;
    const [input] = inputs;
    if (input === undefined || inputs.length > 1 || input.dims.length !== 2 || input.dims[1] !== features.length) {
      return {};
    }
    const classes = prediction?.kind === 'classification' ? prediction.classes : undefined;
    const named = { features: features.map(({ name }) => name), ...(classes === undefined ? {} : { classes }) };
    return tensorBatch(input, prediction === undefined ? undefined : outputs[0], named);
  };
  return {
    onnx: { monitor, batch: (feeds, results) => batch(tensorsIn(feeds), tensorsIn(results)) },
    tensorflow: { monitor, batch: (input, output) => batch(tensorflowTensors(input), tensorflowTensors(output)) },
  };
}

function tensorsIn(named: Tensors): readonly TensorLike[] {
  return Object.values(named);
}

function tensorflowTensors(value: unknown): readonly TensorLike[] {
  if (isTensor(value)) return [tensorOf(value)];
  // Several tensors come as a list or by name.
  const several = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return several.filter(isTensor).map(tensorOf);
}

function isTensor(value: unknown): value is TensorflowTensor {
  return typeof value === 'object' && value !== null && 'dataSync' in value && 'shape' in value;
}
