import type { ReferenceProfile } from '@driftline/shared';
import { isList } from '../values/is-list.ts';
import { readField } from '../values/read-field.ts';
import { dimensionsOf, isTensor, type AnyTensor } from './tensor.ts';

/** What a model with several outputs says. */
interface NamedOutputs {
  readonly predictions: AnyTensor | undefined;
  readonly probabilities?: AnyTensor | undefined;
}

/** Types of tensors that hold classes, by the names of ONNX and of TensorFlow.js. */
const LABEL_TYPE = /^(u?int\d+|string|bool)$/;

/** The tensors in an object or a list that holds nothing else; undefined for what does not. Never throws. */
export function tensorsIn(value: unknown): readonly AnyTensor[] | undefined {
  if (typeof value !== 'object' || value === null || isTensor(value) || ArrayBuffer.isView(value)) return undefined;
  try {
    const values: unknown[] = Object.values(value);
    return values.length > 0 && values.every(isTensor) ? values : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Of the outputs of a classifier, the class of each row and the probabilities of its classes, as scikit-learn's models give
 * both; else the first output.
 */
export function namedOutputs(
  tensors: readonly AnyTensor[],
  rows: number,
  prediction: ReferenceProfile['prediction'],
): NamedOutputs {
  const [first] = tensors;
  if (prediction?.kind !== 'classification') return { predictions: first };
  const width = (tensor: AnyTensor): number => sizeOf(tensor) / Math.max(rows, 1);
  const labels = tensors.find((tensor) => width(tensor) === 1 && LABEL_TYPE.test(typeOf(tensor)));
  const probabilities = tensors.find((tensor) => width(tensor) === prediction.classes.length && width(tensor) > 1);
  return labels === undefined && probabilities === undefined
    ? { predictions: first }
    : { predictions: labels, probabilities };
}

function sizeOf(tensor: AnyTensor): number {
  return dimensionsOf(tensor).reduce((product, size) => product * size, 1);
}

function typeOf(tensor: AnyTensor): string {
  const type = readField(tensor, 'type') ?? readField(tensor, 'dtype');
  if (typeof type === 'string') return type;
  const data = readField(tensor, 'data');
  return isList(data) && typeof data[0] === 'string' ? 'string' : '';
}
