import { metrics, type Attributes, type MeterProvider } from '@opentelemetry/api';
import type { ReferenceProfile } from '@driftline/shared';
import { messageOf } from '../values/thrown.ts';
import type { PredictionBatch } from './batch.ts';
import { warnOfChangedProfile } from './changed-profile.ts';
import { ErrorTypes } from './error-types.ts';
import { Latency } from './latency.ts';
import { limitsFrom, type Limits } from './limits.ts';
import { ModelRecording } from './model-recording.ts';
import { checkAttributes } from './monitor-attributes.ts';
import type { Observation, Outcome } from './observation.ts';
import type { OutcomeBatch } from './outcome-batch.ts';
import { observeCall } from './observe-call.ts';
import { observePredictions } from './prediction-instruments.ts';
import { problemsOf } from './problems-of.ts';
import type { RecordingProblem } from './recording-problem.ts';
import { SCOPE } from './scope.ts';
import { UnknownFeatures } from './unknown-features.ts';
import { warnOfUnknownOutcomes } from './unknown-outcomes.ts';
import { WarnOnce } from './warn-once.ts';
import { observationOf, type WrapOptions } from './wrap-options.ts';

export interface MonitorOptions extends Limits {
  /** Further attributes on every series of the model, such as a team. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a monitor received and could not use. */
export interface MonitorReport {
  /** Rows recorded. */
  readonly rows: number;
  /** Rows that held none of the profile's features: most likely they belong to another model. */
  readonly foreignRows: number;
  /** Feature names in the first hundred rows that are not in the profile, at most fifty. */
  readonly unknownFeatures: readonly string[];
  /** Predictions and scores that were neither a class nor a number. */
  readonly unusablePredictions: number;
  /** Predictions whose class is not in the profile. */
  readonly unknownPredictions: number;
  /** Outcomes of which the predicted or the actual class is not in the profile: all of them count as wrong. */
  readonly unknownOutcomes: number;
  /** Sentences about what makes the numbers meaningless: features that never arrive, unknown classes and the like. */
  readonly problems: readonly string[];
}

/**
 * Records the inputs and outputs of one model. No input makes it throw, and it keeps counts, never rows.
 */
export class ModelMonitor {
  readonly #limits: Required<Limits>;
  readonly #attributes: Attributes;
  readonly #errorTypes = new ErrorTypes();
  readonly #warnings = new WarnOnce();
  readonly #closing: (() => void)[] = [];
  #recording: ModelRecording;
  #unknownFeatures: UnknownFeatures;
  #latency: Latency | undefined;
  #stopObserving: (() => void) | undefined;
  #meterProvider: MeterProvider | undefined;
  #boundTo: MeterProvider | undefined;

  /**
   * Checks everything and touches nothing outside: latency and predictions have no instruments before {@link bind}.
   *
   * @throws {RangeError} for a limit that makes no sense
   * @throws {TypeError} for an attribute that is reserved or malformed
   */
  constructor(profile: ReferenceProfile, options: MonitorOptions = {}) {
    this.#limits = limitsFrom(options);
    this.#attributes = checkAttributes(options.attributes ?? {});
    this.#recording = new ModelRecording(profile, this.#limits, this.#attributes);
    this.#unknownFeatures = new UnknownFeatures(profile, this.#warnings);
  }

  /** The counts for the current profile. */
  get recording(): ModelRecording {
    return this.#recording;
  }

  get profile(): ReferenceProfile {
    return this.#recording.profile;
  }

  /**
   * Continues with another profile, usually that of a new version of the model. Counting starts at zero; callers keep
   * the monitor and every function that it wraps. Predictions that wait for their outcome are dropped and counted.
   * Another profile of the same version is told apart by its identity, and warned about once.
   */
  replaceProfile(profile: ReferenceProfile): void {
    const earlier = this.#recording;
    this.#recording = new ModelRecording(profile, this.#limits, this.#attributes);
    warnOfChangedProfile(this.#warnings, earlier, this.#recording);
    this.#unknownFeatures = new UnknownFeatures(profile, this.#warnings);
    this.#boundTo = undefined;
    this.bind();
  }

  /**
   * Attaches latency and prediction instruments to a meter provider. Called again whenever metrics are collected,
   * because a service may create its monitor before it starts its OpenTelemetry SDK.
   *
   * @param provider - used from now on; default: the one given last, else OpenTelemetry's global provider
   */
  bind(provider: MeterProvider | undefined = this.#meterProvider): void {
    this.#meterProvider = provider;
    const current = provider ?? metrics.getMeterProvider();
    if (current === this.#boundTo) return;
    this.#stopObserving?.();
    const meter = current.getMeter(SCOPE);
    this.#latency = new Latency(meter, this.#recording.attributes);
    this.#stopObserving = observePredictions(meter, this.#recording);
    this.#boundTo = current;
  }

  /** Runs `action` when the monitor is closed. */
  onClose(action: () => void): void {
    this.#closing.push(action);
  }

  /** Detaches the instruments; what was exported so far stays in the store. */
  close(): void {
    this.#stopObserving?.();
    this.#stopObserving = undefined;
    for (const action of this.#closing.splice(0)) action();
  }

  /**
   * Wraps a predict function, synchronous or not: same arguments, same result, same errors. Each call records latency,
   * features, prediction, score and groups.
   */
  wrap<Args extends readonly unknown[], Result>(
    predict: (...args: Args) => Result,
    options: WrapOptions<Args, Awaited<Result>> = {},
  ): (...args: Args) => Result {
    const observe = this.observe.bind(this);
    const record = this.record.bind(this);
    return function wrapped(this: unknown, ...args: Args): Result {
      return observe(
        () => predict.apply(this, args as unknown as [...Args]),
        (result, durationSeconds) => record({ ...observationOf(args, result, options), durationSeconds }),
      );
    };
  }

  /**
   * Makes one call of the model, synchronous or not, and returns what it returns. A failure is recorded here; a result is
   * passed to `record`, whose errors do not reach the caller.
   */
  observe<Result>(call: () => Result, record: (result: Awaited<Result>, durationSeconds: number) => void): Result {
    return observeCall(call, {
      succeeded: (result, durationSeconds) => this.#safely(() => record(result, durationSeconds)),
      failed: (error, durationSeconds) => this.recordFailure(error, durationSeconds),
      notObservable: () =>
        this.#warnings.warn(
          'thenable',
          `a call of ${this.profile.model.name} returned a thenable that is no promise and is not recorded: ` +
            'await it inside the function that is wrapped.',
        ),
    });
  }

  /** Records one prediction. Never throws. */
  record(observation: Observation): void {
    // No function is made for each call here, so that recording leaves nothing for the garbage collector.
    try {
      const { features, durationSeconds } = observation;
      if (features !== undefined) {
        this.#recording.recordFeatures(features);
        this.#unknownFeatures.inspect(features);
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

  /** Records many predictions of one call, given as columns; the counts are those of row by row. Never throws. */
  recordBatch(batch: PredictionBatch): void {
    this.#safely(() => {
      this.#recording.recordBatch(batch);
      this.#unknownFeatures.inspect(batch.features);
      this.#noteForeignRows();
      if (batch.durationSeconds !== undefined) this.#latency?.record(batch.durationSeconds);
    });
  }

  /** Records one call that failed, by the class of its error. Never throws. */
  recordFailure(error: unknown, durationSeconds: number): void {
    this.#safely(() => this.#latency?.record(durationSeconds, this.#errorTypes.nameOf(error)));
  }

  /** Records the ground truth of a prediction that was made here or elsewhere. Never throws. */
  recordOutcome(outcome: Outcome): void {
    this.#safely(() => {
      this.#recording.recordOutcome(outcome);
      warnOfUnknownOutcomes(this.#warnings, this.#recording);
    });
  }

  /** Records many ground truths, given as columns; the counts are those of one by one. Never throws. */
  recordOutcomes(batch: OutcomeBatch): void {
    this.#safely(() => {
      this.#recording.recordOutcomes(batch);
      warnOfUnknownOutcomes(this.#warnings, this.#recording);
    });
  }

  /** Warns once that a mapping of a library's calls or spans threw; its features and predictions are not recorded. */
  noteMappingFailure(error: unknown): void {
    this.#warnings.warn(
      'mapping',
      `the mapping of ${this.profile.model.name} threw (${messageOf(error)}): fix it, or only latency is recorded.`,
    );
  }

  /** What was received and could not be used. */
  report(): MonitorReport {
    const { rows, foreignRows, predictions, outcomes } = this.#recording;
    return {
      rows,
      foreignRows,
      unknownFeatures: [...this.#unknownFeatures.names],
      unusablePredictions: predictions.unusable,
      unknownPredictions: predictions.unknown,
      unknownOutcomes: outcomes.problems.unknown_class,
      problems: this.#problems().map(({ sentence }) => sentence),
    };
  }

  /**
   * Warns once of each problem of {@link report}. Called whenever metrics are collected, because looking at every feature
   * is too slow for a row.
   */
  warnOfProblems(): void {
    const { version } = this.profile.model;
    for (const { kind, sentence } of this.#problems()) this.#warnings.warn(`${kind} in ${version}`, sentence);
  }

  #problems(): RecordingProblem[] {
    return problemsOf(this.#recording, this.#unknownFeatures.names);
  }

  #noteForeignRows(): void {
    if (this.#recording.foreignRows === 0) return;
    const { name, version } = this.profile.model;
    this.#warnings.warn(
      'foreign',
      `a row held none of the features of ${name} ${version}: check that this profile belongs to the model.`,
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
