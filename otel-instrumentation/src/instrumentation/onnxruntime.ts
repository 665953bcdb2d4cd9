import {
  InstrumentationBase,
  InstrumentationNodeModuleDefinition,
  type InstrumentationConfig,
} from '@opentelemetry/instrumentation';
import { recordCall, type ModelMapping } from './model-call.ts';
import type { TensorLike } from '../recorder/tensor.ts';

/** Tensors by name, as `InferenceSession.run` takes and gives them. */
export type Tensors = Readonly<Record<string, TensorLike>>;

/** The parts of a session by which a mapping can tell models apart. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
}

export type OnnxMapping = ModelMapping<OnnxSession, Tensors, Tensors>;

export interface OnnxRuntimeInstrumentationConfig extends InstrumentationConfig {
  /** The first that matches a call records it. */
  readonly mappings?: readonly OnnxMapping[];
}

type Run = (this: OnnxSession, feeds: Tensors, ...rest: unknown[]) => Promise<Tensors>;

interface OnnxRuntime {
  readonly InferenceSession: { readonly prototype: { run: Run } };
}

/** Records every `InferenceSession.run` of `onnxruntime-node`, without a change to the code that calls it. */
export class OnnxRuntimeInstrumentation extends InstrumentationBase<OnnxRuntimeInstrumentationConfig> {
  constructor(config: OnnxRuntimeInstrumentationConfig = {}) {
    super('@driftline/otel/onnxruntime', '0.1.0', config);
  }

  protected init(): InstrumentationNodeModuleDefinition {
    return new InstrumentationNodeModuleDefinition(
      'onnxruntime-node',
      ['>=1.17.0 <2'],
      (exports: OnnxRuntime) => this.#patch(exports),
      (exports?: OnnxRuntime) => this.#unpatch(exports),
    );
  }

  /** For a copy of the library that was loaded before the instrumentation was registered. */
  patch(exports: OnnxRuntime): void {
    this.#patch(exports);
  }

  #patch(exports: OnnxRuntime): OnnxRuntime {
    this.#unpatch(exports);
    const mappings = (): readonly OnnxMapping[] => (this.isEnabled() ? (this.getConfig().mappings ?? []) : []);
    this._wrap(
      exports.InferenceSession.prototype,
      'run',
      (run: Run): Run =>
        function recorded(this: OnnxSession, feeds, ...rest) {
          return recordCall(mappings(), this, feeds, () => run.call(this, feeds, ...rest)) as Promise<Tensors>;
        },
    );
    return exports;
  }

  #unpatch(exports?: OnnxRuntime): void {
    const prototype = exports?.InferenceSession.prototype;
    if (prototype !== undefined && '__wrapped' in prototype.run) this._unwrap(prototype, 'run');
  }
}
