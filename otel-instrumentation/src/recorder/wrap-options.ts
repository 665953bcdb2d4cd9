import { readField } from '../values/read-field.ts';
import type { Observation } from './observation.ts';
import type { PredictionId } from './pending-predictions.ts';

/** Where the arguments and the result of a predict function hold what is recorded. */
export interface WrapOptions<Args extends readonly unknown[], Result> {
  /** Values by feature name; default: the first argument. */
  readonly features?: (...args: Args) => unknown;
  /** The prediction; default: the result itself, or its field `prediction`. */
  readonly prediction?: (result: Result, ...args: Args) => unknown;
  /** The score behind a class; default: the result's field `score` or `probability`. */
  readonly score?: (result: Result, ...args: Args) => unknown;
  /** Values by group attribute; default: the features. */
  readonly groups?: (...args: Args) => unknown;
  /** Identifies the prediction for its outcome; default: none. */
  readonly id?: (result: Result, ...args: Args) => PredictionId | undefined;
}

/** What one call of a predict function says by these options. */
export function observationOf<Args extends readonly unknown[], Result>(
  args: Args,
  result: Result,
  options: WrapOptions<Args, Result>,
): Observation {
  const features = options.features === undefined ? args[0] : options.features(...args);
  const id = options.id?.(result, ...args);
  return {
    features,
    prediction: options.prediction === undefined ? predictionIn(result) : options.prediction(result, ...args),
    score: options.score === undefined ? scoreIn(result) : options.score(result, ...args),
    groups: options.groups === undefined ? features : options.groups(...args),
    ...(id === undefined ? {} : { id }),
  };
}

function predictionIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null ? readField(result, 'prediction') : result;
}

function scoreIn(result: unknown): unknown {
  return readField(result, 'score') ?? readField(result, 'probability');
}
