/** Records the calls of other libraries: `@driftline/otel/instrumentation`. */
export type { ModelMapping } from './model-call.ts';
export {
  OnnxRuntimeInstrumentation,
  type OnnxMapping,
  type OnnxRuntimeInstrumentationConfig,
  type OnnxSession,
  type Tensors,
} from './onnxruntime.ts';
export { tensorBatch, type TensorLike, type TensorNames } from './tensor-batch.ts';
export {
  TensorflowInstrumentation,
  tensorOf,
  type TensorflowInstrumentationConfig,
  type TensorflowMapping,
  type TensorflowTensor,
} from './tensorflow.ts';
