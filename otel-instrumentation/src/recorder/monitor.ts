import { metrics, type Attributes, type MeterProvider } from '@opentelemetry/api';
import { ATTRIBUTES, type ReferenceProfile } from '@driftline/shared';
import { featureCounts, type FeatureCounts } from './feature-counts.ts';
import { ErrorTypes } from './error-type.ts';
import { Latency } from './latency.ts';
import { observePredictions } from './observed-predictions.ts';
import { PredictionCounts } from './prediction-counts.ts';
import { readField } from './read-field.ts';
import { WarnOnce } from './warn-once.ts';

const SCOPE = '@driftline/otel';

/** Rows in which unknown features are looked for; later ones are not searched, to keep recording cheap. */
const ROWS_SEARCHED_FOR_UNKNOWN = 100;
const MOST_UNKNOWN_NAMES = 50;

/** What one prediction saw and answered. Every field may be absent, and none may be trusted. */
export interface Observation {
  /** Values by feature name; categories as text, numbers as numbers. */
  readonly features?: unknown;
  /** The predicted class. */
  readonly prediction?: unknown;
  /** Values by group attribute; `features` if absent. */
  readonly groups?: unknown;
  /** Time that the prediction took. */
  readonly durationSeconds?: number;
}

/** How {@link ModelMonitor.wrap} finds its way around a predict function's arguments and result. */
export interface WrapOptions<Args extends readonly unknown[], Result> {
  /** Values by feature name; the first argument unless given. */
  readonly features?: (...args: Args) => unknown;
  /** The predicted class; the result itself, or its field `prediction`, unless given. */
  readonly prediction?: (result: Result, ...args: Args) => unknown;
  /** Values by group attribute; the features unless given. */
  readonly groups?: (...args: Args) => unknown;
}

export interface MonitorOptions {
  /** Where latency and predictions are recorded; OpenTelemetry's global provider unless given. */
  readonly meterProvider?: MeterProvider;
  /** Standard deviations from the reference mean beyond which a value is an outlier; 4 unless given. */
  readonly outlierLimit?: number;
}

/** What a monitor saw and could not use. */
export interface MonitorReport {
  /** Rows recorded. */
  readonly rows: number;
  /** Rows that held none of the profile's features: most likely they belong to another model. */
  readonly foreignRows: number;
  /** Names found in the first hundred rows that the profile does not know, at most fifty. */
  readonly unknownFeatures: readonly string[];
}

/**
 * Records what a model sees and answers. Nothing that it is given makes it throw, and it keeps counts, never rows.
 */
export class ModelMonitor {
  readonly profile: ReferenceProfile;
  /** The attributes on every series of this model. */
  readonly attributes: Attributes;
  readonly features: readonly FeatureCounts[];
  /** When counting began, in milliseconds since 1970. */
  readonly startedAt = Date.now();
  readonly #predictions: PredictionCounts;
  readonly #errorTypes = new ErrorTypes();
  readonly #warnings = new WarnOnce();
  readonly #unknown = new Set<string>();
  readonly #known: ReadonlySet<string>;
  readonly #options: MonitorOptions;
  #latency: Latency | undefined;
  #stopObserving: (() => void) | undefined;
  #boundTo: MeterProvider | undefined;
  #rows = 0;
  #foreignRows = 0;

  constructor(profile: ReferenceProfile, options: MonitorOptions = {}) {
    this.profile = profile;
    this.#options = options;
    this.attributes = {
      [ATTRIBUTES.modelName]: profile.model.name,
      [ATTRIBUTES.modelVersion]: profile.model.version,
    };
    this.features = profile.features.map((feature) => featureCounts(feature, options.outlierLimit ?? 4));
    const classes = profile.prediction?.kind === 'classification' ? profile.prediction.classes : [];
    this.#predictions = new PredictionCounts(classes, profile.groups);
    this.#known = new Set([
      ...profile.features.map((feature) => feature.name),
      ...profile.groups.map((group) => group.attribute),
    ]);
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
    this.#latency = new Latency(meter, this.attributes);
    this.#stopObserving = observePredictions(meter, this.#predictions, this.attributes);
    this.#boundTo = provider;
  }

  /** Ends the observation; counts made so far stay where they were exported. */
  close(): void {
    this.#stopObserving?.();
    this.#stopObserving = undefined;
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
      this.#safely(() => {
        const features = options.features === undefined ? args[0] : options.features(...args);
        const prediction =
          options.prediction === undefined ? predictionIn(result) : options.prediction(result, ...args);
        const groups = options.groups === undefined ? features : options.groups(...args);
        this.record({ features, prediction, groups, durationSeconds });
      });
    };
    const failed = (error: unknown, start: number): void => this.recordFailure(error, secondsSince(start));
    return function wrapped(this: unknown, ...args: Args): Result {
      const start = performance.now();
      let result: Result;
      try {
        result = predict.apply(this, args as unknown as [...Args]);
      } catch (error) {
        failed(error, start);
        throw error;
      }
      if (!isPromise(result)) {
        succeeded(args, result as Awaited<Result>, start);
        return result;
      }
      // The service gets its own promise back: a chained one would turn a handled rejection into a second one.
      result.then(
        (value) => succeeded(args, value as Awaited<Result>, start),
        (error: unknown) => failed(error, start),
      );
      return result;
    };
  }

  /** Records one prediction that was made. Never throws. */
  record(observation: Observation): void {
    this.#safely(() => {
      const { features, durationSeconds } = observation;
      if ('features' in observation) this.#recordFeatures(features);
      if ('prediction' in observation) {
        this.#predictions.record(observation.prediction, observation.groups ?? features);
      }
      if (durationSeconds !== undefined) this.#latency?.record(durationSeconds);
    });
  }

  /** Records one prediction that failed, by the class of its error. Never throws. */
  recordFailure(error: unknown, durationSeconds: number): void {
    this.#safely(() => this.#latency?.record(durationSeconds, this.#errorTypes.nameOf(error)));
  }

  /** What came that the profile could not use. */
  report(): MonitorReport {
    return { rows: this.#rows, foreignRows: this.#foreignRows, unknownFeatures: [...this.#unknown] };
  }

  #recordFeatures(row: unknown): void {
    this.#rows++;
    let present = false;
    for (const feature of this.features) {
      const value = readField(row, feature.reference.name);
      if (value !== undefined) present = true;
      feature.record(value);
    }
    if (!present) this.#noteForeignRow();
    if (this.#rows <= ROWS_SEARCHED_FOR_UNKNOWN) this.#noteUnknownFeatures(row);
  }

  #noteForeignRow(): void {
    this.#foreignRows++;
    const { name, version } = this.profile.model;
    this.#warnings.warn(
      'foreign',
      `a row held none of the features of ${name} ${version}: is this the profile of the model that was called?`,
    );
  }

  #noteUnknownFeatures(row: unknown): void {
    if (typeof row !== 'object' || row === null) return;
    for (const name of Object.keys(row)) {
      if (this.#known.has(name) || this.#unknown.size >= MOST_UNKNOWN_NAMES) continue;
      this.#unknown.add(name.slice(0, 200));
      this.#warnings.warn(
        `unknown ${name.slice(0, 200)}`,
        `feature ${JSON.stringify(name.slice(0, 200))} is not in the profile and is not recorded: ` +
          'add it with `driftline profile` if it should be.',
      );
    }
  }

  /** Runs what must not hurt the caller. */
  #safely(action: () => void): void {
    try {
      action();
    } catch {
      this.#warnings.warn('failed', 'an observation could not be recorded in full.');
    }
  }
}

function predictionIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null ? readField(result, 'prediction') : result;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof readField(value, 'then') === 'function';
}
