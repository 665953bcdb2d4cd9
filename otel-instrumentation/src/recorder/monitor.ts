import { types } from 'node:util';
import { metrics, type Attributes, type MeterProvider } from '@opentelemetry/api';
import type { ReferenceProfile } from '@driftline/shared';
import type { PredictionBatch } from './batch.ts';
import { ErrorTypes } from './error-type.ts';
import { Latency } from './latency.ts';
import { limitsFrom, type Limits } from './limits.ts';
import { ModelRecording } from './model-recording.ts';
import { checkAttributes } from './monitor-attributes.ts';
import type { Observation, Outcome } from './observation.ts';
import { observePredictions } from './observed-predictions.ts';
import { readField } from './read-field.ts';
import { RowInspection } from './row-inspection.ts';
import { WarnOnce } from './warn-once.ts';

const SCOPE = '@driftline/otel';

/** How {@link ModelMonitor.wrap} finds its way around a predict function's arguments and result. */
export interface WrapOptions<Args extends readonly unknown[], Result> {
  /** Values by feature name; the first argument unless given. */
  readonly features?: (...args: Args) => unknown;
  /** The prediction; the result itself, or its field `prediction`, unless given. */
  readonly prediction?: (result: Result, ...args: Args) => unknown;
  /** The score behind a class; the result's field `score` or `probability` unless given. */
  readonly score?: (result: Result, ...args: Args) => unknown;
  /** Values by group attribute; the features unless given. */
  readonly groups?: (...args: Args) => unknown;
  /** Identifies the prediction for its outcome; none unless given. */
  readonly id?: (result: Result, ...args: Args) => string | number | undefined;
}

export interface MonitorOptions extends Limits {
  /** Where latency and predictions are recorded; OpenTelemetry's global provider unless given. */
  readonly meterProvider?: MeterProvider;
  /** Further attributes on every series of the model, such as a team. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a monitor saw and could not use. */
export interface MonitorReport {
  /** Rows recorded. */
  readonly rows: number;
  /** Rows that held none of the profile's features: most likely they belong to another model. */
  readonly foreignRows: number;
  /** Names found in the first hundred rows that the profile does not know, at most fifty. */
  readonly unknownFeatures: readonly string[];
  /** Answers and scores that were no class and no number. */
  readonly unusablePredictions: number;
}

/**
 * Records what a model sees and answers. Nothing that it is given makes it throw, and it keeps counts, never rows.
 */
export class ModelMonitor {
  readonly #options: MonitorOptions;
  readonly #limits: Required<Limits>;
  readonly #attributes: Attributes;
  readonly #errorTypes = new ErrorTypes();
  readonly #warnings = new WarnOnce();
  readonly #closing: (() => void)[] = [];
  #recording: ModelRecording;
  #inspection: RowInspection;
  #latency: Latency | undefined;
  #stopObserving: (() => void) | undefined;
  #boundTo: MeterProvider | undefined;

  /**
   * @throws {RangeError} for a limit that makes no sense
   * @throws {TypeError} for an attribute that is reserved or malformed
   */
  constructor(profile: ReferenceProfile, options: MonitorOptions = {}) {
    this.#options = options;
    this.#limits = limitsFrom(options);
    this.#attributes = checkAttributes(options.attributes ?? {});
    this.#recording = new ModelRecording(profile, this.#limits, this.#attributes);
    this.#inspection = new RowInspection(profile, this.#warnings);
    this.bind();
  }

  /** What was counted so far by the present profile. */
  get recording(): ModelRecording {
    return this.#recording;
  }

  get profile(): ReferenceProfile {
    return this.#recording.profile;
  }

  /**
   * Goes on with another profile, of a new version of the model as a rule. Counting begins anew; callers keep the
   * monitor and every function that it wraps. Predictions that wait for their outcome are forgotten and counted.
   */
  replaceProfile(profile: ReferenceProfile): void {
    this.#recording = new ModelRecording(profile, this.#limits, this.#attributes);
    this.#inspection = new RowInspection(profile, this.#warnings);
    this.#boundTo = undefined;
    this.bind();
  }

  /**
   * Attaches latency and prediction instruments to the meter provider. Called again whenever metrics are collected,
   * because a service may make its monitor before it starts its OpenTelemetry SDK.
   */
  bind(): void {
    const provider = this.#options.meterProvider ?? metrics.getMeterProvider();
    if (provider === this.#boundTo) return;
    this.#stopObserving?.();
    const meter = provider.getMeter(SCOPE);
    this.#latency = new Latency(meter, this.#recording.attributes);
    this.#stopObserving = observePredictions(meter, this.#recording);
    this.#boundTo = provider;
  }

  /** Runs `action` when the monitor is closed. */
  onClose(action: () => void): void {
    this.#closing.push(action);
  }

  /** Ends the observation; counts made so far stay where they were exported. */
  close(): void {
    this.#stopObserving?.();
    this.#stopObserving = undefined;
    for (const action of this.#closing.splice(0)) action();
  }

  /**
   * Wraps a predict function, synchronous or not: same arguments, same result, same errors. Latency, features,
   * prediction and groups are recorded along the way.
   */
  wrap<Args extends readonly unknown[], Result>(
    predict: (...args: Args) => Result,
    options: WrapOptions<Args, Awaited<Result>> = {},
  ): (...args: Args) => Result {
    const succeeded = (args: Args, result: Awaited<Result>, start: number): void => {
      const durationSeconds = secondsSince(start);
      this.#safely(() => this.record({ ...observationOf(args, result, options), durationSeconds }));
    };
    const failed = (error: unknown, start: number): void => this.recordFailure(error, secondsSince(start));
    // Some libraries begin their work when `then` is called, and would do it twice.
    const noteThenable = (): void =>
      this.#warnings.warn('thenable', 'a wrapped function gave a thenable that is no promise: await it inside.');
    return function wrapped(this: unknown, ...args: Args): Result {
      const start = performance.now();
      let result: Result;
      try {
        result = predict.apply(this, args as unknown as [...Args]);
      } catch (error) {
        failed(error, start);
        throw error;
      }
      if (types.isPromise(result)) {
        // The service gets its own promise back: a chained one would turn a handled rejection into a second one.
        void Promise.prototype.then.call(
          result,
          (value) => succeeded(args, value as Awaited<Result>, start),
          (error: unknown) => failed(error, start),
        );
      } else if (isThenable(result)) {
        noteThenable();
      } else {
        succeeded(args, result as Awaited<Result>, start);
      }
      return result;
    };
  }

  /** Records one prediction that was made. Never throws. */
  record(observation: Observation): void {
    // No function is made for each call here, so that recording leaves nothing for the garbage collector.
    try {
      const { features, durationSeconds } = observation;
      if (features !== undefined) {
        this.#recording.recordFeatures(features);
        this.#inspection.inspect(features);
        this.#noteForeignRows();
      }
      if ('prediction' in observation) {
        this.#recording.recordPrediction(observation, observation.groups ?? features);
      }
      if (durationSeconds !== undefined) this.#latency?.record(durationSeconds);
    } catch {
      this.#noteFailure();
    }
  }

  /** Records many predictions of one call, given as columns; counts come out as row by row. Never throws. */
  recordBatch(batch: PredictionBatch): void {
    this.#safely(() => {
      this.#recording.recordBatch(batch);
      this.#inspection.inspect(batch.features);
      this.#noteForeignRows();
      if (batch.durationSeconds !== undefined) this.#latency?.record(batch.durationSeconds);
    });
  }

  /** Records one prediction that failed, by the class of its error. Never throws. */
  recordFailure(error: unknown, durationSeconds: number): void {
    this.#safely(() => this.#latency?.record(durationSeconds, this.#errorTypes.nameOf(error)));
  }

  /** Records what truly was, for a prediction made here or elsewhere. Never throws. */
  recordOutcome(outcome: Outcome): void {
    this.#safely(() => this.#recording.recordOutcome(outcome));
  }

  /** Says once that a mapping of a library's calls or spans threw; what it would have given is not recorded. */
  noteMappingFailure(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#warnings.warn('mapping', `the mapping of ${this.profile.model.name} threw (${reason}): mend it.`);
  }

  /** What came that the profile could not use. */
  report(): MonitorReport {
    const { rows, foreignRows, predictions } = this.#recording;
    return {
      rows,
      foreignRows,
      unknownFeatures: [...this.#inspection.unknown],
      unusablePredictions: predictions.unusable,
    };
  }

  #noteForeignRows(): void {
    if (this.#recording.foreignRows === 0) return;
    const { name, version } = this.profile.model;
    this.#warnings.warn(
      'foreign',
      `a row held none of the features of ${name} ${version}: is this the profile of the model that was called?`,
    );
  }

  /** Runs what must not hurt the caller. */
  #safely(action: () => void): void {
    try {
      action();
    } catch {
      this.#noteFailure();
    }
  }

  #noteFailure(): void {
    this.#warnings.warn('failed', 'an observation could not be recorded in full.');
  }
}

function observationOf<Args extends readonly unknown[], Result>(
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

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof readField(value, 'then') === 'function';
}
