import { isList } from '../values/is-list.ts';
import { readField } from '../values/read-field.ts';
import type { Observation } from './observation.ts';
import type { PredictionId } from './pending-predictions.ts';
import { tensorsIn } from './named-outputs.ts';
import { isTensor } from './tensor.ts';

/**
 * Where the arguments and the result of a predict function hold what is recorded. Of a batch, each of them is a column or
 * has a row for each prediction.
 */
export interface WrapOptions<Args extends readonly unknown[], Result> {
  /** Values by feature name, or in the order of the profile; default: the first argument. */
  readonly features?: (...args: Args) => unknown;
  /**
   * The output of the model; default: the result itself, or its field `prediction`, else `probabilities`, `probability` or
   * `score`.
   */
  readonly prediction?: (result: Result, ...args: Args) => unknown;
  /** The score behind a class; default: the result's field `score` or `probability`. */
  readonly score?: (result: Result, ...args: Args) => unknown;
  /** Values by group attribute; default: the features. */
  readonly groups?: (...args: Args) => unknown;
  /** Values by attribute of segments; default: those of the features, and else of the groups. */
  readonly segments?: (...args: Args) => unknown;
  /** Identifies the prediction for its outcome, of a batch a column of them; default: none. */
  readonly id?: (result: Result, ...args: Args) => PredictionId | readonly PredictionId[] | undefined;
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** The features of a call by these options. */
export function featuresOf<Args extends readonly unknown[], Result>(
  args: Args,
  options: WrapOptions<Args, Result>,
): unknown {
  return options.features === undefined ? args[0] : options.features(...args);
}

/**
 * What one call of a predict function says by these options.
 *
 * @param isBatch - whether features are several rows, so that an array is an output for each
 */
export function observationOf<Args extends readonly unknown[], Result>(
  args: Args,
  result: Result,
  options: WrapOptions<Args, Result>,
  isBatch: (features: unknown) => boolean = () => false,
  durationSeconds?: number,
): Observation {
  const features = featuresOf(args, options);
  const id = options.id?.(result, ...args);
  const outputs = outputsIn(result, isBatch(features));
  const own = options.prediction !== undefined;
  // Written without spreading, which would cost more than the rest.
  const observation: Writable<Observation> = {
    features,
    prediction: own ? options.prediction(result, ...args) : outputs.prediction,
    score: options.score === undefined ? outputs.score : options.score(result, ...args),
    groups: options.groups === undefined ? features : options.groups(...args),
  };
  if (!own && outputs.probabilities !== undefined) observation.probabilities = outputs.probabilities;
  if (options.segments !== undefined) observation.segments = options.segments(...args);
  if (id !== undefined) observation.id = id as PredictionId;
  if (durationSeconds !== undefined) observation.durationSeconds = durationSeconds;
  return observation;
}

type Outputs = Pick<Observation, 'prediction' | 'probabilities' | 'score'>;

function outputsIn(result: unknown, isBatch: boolean): Outputs {
  if (!isList(result)) return fieldsIn(result);
  const first = result[0];
  if (typeof first !== 'object' || first === null || isList(first) || isTensor(first)) return { prediction: result };
  if (!isBatch) return result.length === 1 ? fieldsIn(first) : { prediction: result };
  const rows = Array.from(result, fieldsIn);
  const column = (name: keyof Outputs): { [name in keyof Outputs]?: unknown } =>
    rows.every((row) => row[name] === undefined) ? {} : { [name]: rows.map((row) => row[name]) };
  return { ...column('prediction'), ...column('probabilities'), ...column('score') };
}

/** The documented fields of a result; the result itself where it has none of them. */
function fieldsIn(result: unknown): Outputs {
  if (typeof result !== 'object' || result === null || isTensor(result)) return { prediction: result };
  const fields = namedFieldsOf(result);
  const prediction = fields.prediction ?? fields.predictions;
  // What holds a class or a number holds more than tensors: most results need not be searched for them.
  if ((prediction === undefined || typeof prediction === 'object') && tensorsIn(result) !== undefined) {
    return { prediction: result };
  }
  const { probabilities, probability } = fields;
  const score = fields.score ?? fields.scores ?? probability;
  if (prediction !== undefined || probabilities !== undefined) return { prediction, probabilities, score };
  return { prediction: probability ?? score ?? result, score };
}

const FIELDS = ['prediction', 'predictions', 'probabilities', 'score', 'scores', 'probability'] as const;

type NamedFields = Readonly<Partial<Record<(typeof FIELDS)[number], unknown>>>;

/**
 * The fields of a result as they are at this moment. Each is read where it is named: the engine remembers for each place
 * where the fields of the objects are that it saw there, which `readField` shares with the rest of the service.
 */
function namedFieldsOf(result: object): NamedFields {
  try {
    const { prediction, predictions, probabilities, score, scores, probability } = result as NamedFields;
    return { prediction, predictions, probabilities, score, scores, probability };
  } catch {
    // One of them cannot be read.
    return Object.fromEntries(FIELDS.map((name) => [name, readField(result, name)]));
  }
}
