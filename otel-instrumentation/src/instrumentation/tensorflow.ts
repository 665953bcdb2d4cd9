import {
  InstrumentationBase,
  InstrumentationNodeModuleDefinition,
  type InstrumentationConfig,
} from '@opentelemetry/instrumentation';
import { recordCall, type ModelMapping } from './model-call.ts';
import type { TensorflowTensor, TensorLike } from '../recorder/tensor.ts';

/** One tensor, several, or tensors by name, as the model's own methods take and return them. */
type TensorflowValue = unknown;

export type TensorflowMapping = ModelMapping<object, TensorflowValue, TensorflowValue>;

export interface TensorflowInstrumentationConfig extends InstrumentationConfig {
  /** The first that matches a call records it. */
  readonly mappings?: readonly TensorflowMapping[];
}

type Method = (this: object, input: TensorflowValue, ...rest: unknown[]) => unknown;

interface Tensorflow {
  readonly LayersModel: { readonly prototype: object };
  readonly GraphModel: { readonly prototype: object };
}

/** Methods that predict. `predict` of a graph model calls `execute`, and both are one call. */
const METHODS = { LayersModel: ['predict'], GraphModel: ['predict', 'execute', 'executeAsync'] } as const;

/** Records every prediction of layers and graph models of `@tensorflow/tfjs`, without a change to the calling code. */
export class TensorflowInstrumentation extends InstrumentationBase<TensorflowInstrumentationConfig> {
  /** Models that are being called, so that a method that calls another is one call. */
  readonly #calling = new WeakSet<object>();

  constructor(config: TensorflowInstrumentationConfig = {}) {
    super('@driftline/otel/tensorflow', '0.1.0', config);
  }

  protected init(): InstrumentationNodeModuleDefinition[] {
    return ['@tensorflow/tfjs', '@tensorflow/tfjs-node'].map(
      (name) =>
        new InstrumentationNodeModuleDefinition(
          name,
          ['>=4.0.0 <5'],
          (exports: Tensorflow) => this.#patch(exports),
          (exports?: Tensorflow) => this.#unpatch(exports),
        ),
    );
  }

  /** For a copy of the library that was loaded before the instrumentation was registered. */
  patch(exports: Tensorflow): void {
    this.#patch(exports);
  }

  #patch(exports: Tensorflow): Tensorflow {
    this.#unpatch(exports);
    for (const { prototype, method } of methodsOf(exports)) {
      this._wrap(prototype, method, (original: Method): Method => this.#recorded(original));
    }
    return exports;
  }

  #recorded(original: Method): Method {
    const calling = this.#calling;
    const mappings = (): readonly TensorflowMapping[] => (this.isEnabled() ? (this.getConfig().mappings ?? []) : []);
    return function recorded(this: object, input, ...rest) {
      if (calling.has(this)) return original.call(this, input, ...rest);
      return recordCall(mappings(), this, input, () => {
        calling.add(this);
        try {
          return original.call(this, input, ...rest);
        } finally {
          calling.delete(this);
        }
      });
    };
  }

  #unpatch(exports?: Tensorflow): void {
    if (exports === undefined) return;
    for (const { prototype, method } of methodsOf(exports)) {
      if ('__wrapped' in (prototype[method] as Method)) this._unwrap(prototype, method);
    }
  }
}

/** A tensor of TensorFlow.js as `tensorBatch` takes it. Reading it waits for the device that computes it. */
export function tensorOf(tensor: TensorflowTensor): TensorLike {
  return { data: tensor.dataSync(), dims: tensor.shape };
}

function methodsOf(exports: Tensorflow): { prototype: Record<string, Method>; method: string }[] {
  return (['LayersModel', 'GraphModel'] as const).flatMap((name) =>
    METHODS[name].map((method) => ({ prototype: exports[name].prototype as Record<string, Method>, method })),
  ) as { prototype: Record<string, Method>; method: string }[];
}
