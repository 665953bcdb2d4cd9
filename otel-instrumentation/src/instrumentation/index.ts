/** Records the calls of other libraries: `@driftline/otel/instrumentation`. */
export type { ModelMapping } from './model-call.ts';
export {
  OnnxRuntimeInstrumentation,
  type OnnxMapping,
  type OnnxRuntimeInstrumentationConfig,
  type OnnxSession,
  type Tensors,
} from './onnxruntime.ts';
export type { TensorflowTensor, TensorLike } from '../recorder/tensor.ts';
export { tensorBatch, type TensorNames } from './tensor-batch.ts';
export {
  TensorflowInstrumentation,
  tensorOf,
  type TensorflowInstrumentationConfig,
  type TensorflowMapping,
} from './tensorflow.ts';
