import type { Attributes } from '@opentelemetry/api';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { readField } from '../values/read-field.ts';
import { messageOf } from '../values/thrown.ts';
import type { PredictionBatch } from './batch.ts';
import { itemCollector, type ItemCollector } from './observe-iteration.ts';
import { ModelShapes, type ReadBatch } from './model-shapes.ts';
import type { OutputOptions } from './output-options.ts';
import { warnOfChangedProfile } from './changed-profile.ts';
import { limitsFrom, type Limits } from './limits.ts';
import { ModelRecording } from './model-recording.ts';
import { checkAttributes } from './monitor-attributes.ts';
import type { Observation, Outcome, Ranking } from './observation.ts';
import { observeCall, type Unobservable } from './observe-call.ts';
import type { OutcomeBatch } from './outcome-batch.ts';
import { problemsOf } from './problems-of.ts';
import type { RecordingProblem } from './recording-problem.ts';
import { withSegments } from './with-segments.ts';
import { UnknownFeatures } from './unknown-features.ts';
import { warnOfUnknownOutcomes } from './unknown-outcomes.ts';
import { WarnOnce } from './warn-once.ts';
import { featuresOf, observationOf, type WrapOptions } from './wrap-options.ts';

/** Where the segments of an observation are looked for. */
function segmentSources({ features, groups, segments }: Observation): readonly unknown[] {
  return segments === undefined ? [features, groups] : [segments];
}

/** What to do about a result that cannot be observed. */
const ACTIONS: Readonly<Record<Unobservable, string>> = {
  'thenable that is no promise': 'await it inside the function that is wrapped',
  stream: 'wrap the function that makes its items',
  'promise of items': 'wrap the function that returns them without a promise, such as an async generator',
};

export interface MonitorOptions extends Limits, OutputOptions {
  /** Further attributes on every series of the model, such as a team. */
  readonly attributes?: Readonly<Record<string, string>>;
  /**
   * Attributes of the profile by whose values the model is counted too, or `false` for none; default: all that the profile
   * has.
   */
  readonly segments?: readonly string[] | false;
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
  /** Numbers too far from the training data to enter sums as they are: features, predictions, scores and errors. */
  readonly absurdValues: number;
  /** Outcomes of which a class had to be counted as `other`, because the model has very many classes and groups. */
  readonly mergedOutcomes: number;
  /** Sentences about what makes the numbers meaningless: features that never arrive, unknown classes and the like. */
  readonly problems: readonly string[];
}

/**
 * Records the inputs and outputs of one model. No input makes it throw, and it keeps counts, never rows.
 */
export class ModelMonitor {
  readonly #limits: Required<Limits>;
  readonly #attributes: Attributes;
  readonly #warnings = new WarnOnce();
  readonly #closing: (() => void)[] = [];
  readonly #output: OutputOptions;
  readonly #segments: MonitorOptions['segments'];
  #shapes: ModelShapes;
  #onRecording: ((recording: ModelRecording) => void) | undefined;
  #recording: ModelRecording;
  #unknownFeatures: UnknownFeatures;

  /**
   * Checks everything and touches nothing outside.
   *
   * @throws {RangeError} for a limit that makes no sense, and for options of the output that do not fit the profile
   * @throws {TypeError} for an attribute that is reserved or malformed
   */
  constructor(profile: ReferenceProfile, options: MonitorOptions = {}) {
    this.#limits = limitsFrom(options);
    this.#attributes = checkAttributes(options.attributes ?? {});
    this.#output = options;
    this.#segments = options.segments;
    const chosen = withSegments(profile, options.segments);
    this.#shapes = this.#shapesOf(chosen);
    this.#recording = new ModelRecording(chosen, this.#limits, this.#attributes);
    this.#unknownFeatures = new UnknownFeatures(chosen, this.#warnings);
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
   *
   * A call that is under way was made by the earlier model, and is not counted under the new profile.
   *
   * @throws {ProfileError} for a profile that is wrong; the earlier one stays then
   * @throws {RangeError} if the options of the output do not fit the profile; the earlier one stays then
   */
  replaceProfile(profile: ReferenceProfile): void {
    const later = new ModelRecording(
      withSegments(parseProfile(profile), this.#segments),
      this.#limits,
      this.#attributes,
    );
    this.#shapes = this.#shapesOf(later.profile);
    const earlier = this.#recording;
    this.#recording = later;
    this.#unknownFeatures = new UnknownFeatures(later.profile, this.#warnings);
    warnOfChangedProfile(this.#warnings, earlier, later);
    this.#onRecording?.(later);
  }

  /** Tells `listener` of the counts for the current profile, and of those for each later one. */
  onRecording(listener: (recording: ModelRecording) => void): void {
    this.#onRecording = listener;
    listener(this.#recording);
  }

  /** Runs `action` when the monitor is closed. */
  onClose(action: () => void): void {
    this.#closing.push(action);
  }

  /** Ends what runs for the monitor; what was exported so far stays in the store. */
  close(): void {
    for (const action of this.#closing.splice(0)) action();
  }

  /**
   * Wraps a predict function, synchronous or not: same arguments, same result, same errors, also of one that is iterated.
   * Each call records latency, features, prediction, score and groups, of one row or of a batch.
   */
  wrap<Args extends readonly unknown[], Result>(
    predict: (...args: Args) => Result,
    options: WrapOptions<Args, Awaited<Result>> = {},
  ): (...args: Args) => Result {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- `this` of the wrapped function is the caller's
    const monitor = this;
    const isBatch = (features: unknown): boolean => this.#shapes.isBatch(features);
    const wrapped = function (this: unknown, ...args: Args): Result {
      return monitor.observe(
        () => predict.apply(this, args as unknown as [...Args]),
        (result, durationSeconds) => monitor.record(observationOf(args, result, options, isBatch, durationSeconds)),
        () => itemCollector(isBatch(featuresOf(args, options))),
      );
    };
    // Frameworks tell functions apart by their arity.
    const { name, length } = predict;
    return Object.defineProperties(wrapped, {
      name: { value: name, configurable: true },
      length: { value: length, configurable: true },
    });
  }

  /**
   * Makes one call of the model, synchronous or not, and returns what it returns. A failure is recorded here; a result is
   * passed to `record`, whose errors do not reach the caller.
   *
   * @param collect - makes what collects the items of a result that is iterated; its result is passed to `record`
   */
  observe<Result>(
    call: () => Result,
    record: (result: Awaited<Result>, durationSeconds: number) => void,
    collect: () => ItemCollector = () => itemCollector(false),
  ): Result {
    const recording = this.#recording;
    return observeCall(call, {
      succeeded: (result, durationSeconds) => {
        if (recording === this.#recording) this.#safely(() => record(result, durationSeconds));
      },
      failed: (error, durationSeconds) => {
        if (recording === this.#recording) this.recordFailure(error, durationSeconds);
      },
      notObservable: (what) =>
        this.#warnings.warn(
          what,
          `a call of ${this.profile.model.name} returned a ${what} and its result is not recorded: ` +
            `${ACTIONS[what]}.`,
        ),
      collect,
    });
  }

  /** Records one prediction. Never throws. */
  record(given: Observation): void {
    // No function is made for each call here, so that recording leaves nothing for the garbage collector.
    try {
      // One recording for all parts of an observation: a getter of the row may replace the profile.
      const recording = this.#recording;
      const shapes = this.#shapes;
      if (!shapes.isRow(given.features)) {
        this.#recordColumns(recording, shapes.readCall(given));
        return;
      }
      const observation = shapes.readRow(given);
      const { features, durationSeconds } = observation;
      const segments = recording.segments.length === 0 ? undefined : recording.segmentsIn(segmentSources(observation));
      if (features !== undefined) {
        recording.recordFeatures(features, segments);
        this.#unknownFeatures.inspect(features);
        this.#noteForeignRows();
      }
      if ('prediction' in observation) {
        recording.recordPrediction(observation, observation.groups ?? features, segments);
      }
      if (durationSeconds !== undefined) recording.latency.record(durationSeconds);
    } catch {
      this.#noteFailure();
    }
  }

  /** Records many predictions of one call; the counts are those of row by row. Never throws. */
  recordBatch(batch: PredictionBatch): void {
    this.#safely(() => {
      const recording = this.#recording;
      this.#recordColumns(recording, this.#shapes.readBatch(batch));
    });
  }

  /** Records one call that failed, by the class of its error. Never throws. */
  recordFailure(error: unknown, durationSeconds: number): void {
    this.#safely(() => this.#recording.latency.recordFailure(durationSeconds, error));
  }

  /** Records the ground truth of a prediction that was made here or elsewhere. Never throws. */
  recordOutcome(outcome: Outcome): void {
    this.#safely(() => {
      this.#recording.recordOutcome(this.#shapes.readOutcome(outcome));
      warnOfUnknownOutcomes(this.#warnings, this.#recording);
    });
  }

  /** Records many ground truths, given as columns; the counts are those of one by one. Never throws. */
  recordOutcomes(batch: OutcomeBatch): void {
    this.#safely(() => {
      this.#recording.recordOutcomes(this.#shapes.readOutcomes(batch));
      warnOfUnknownOutcomes(this.#warnings, this.#recording);
    });
  }

  /**
   * Records how good one ranking was, at each of the places that the option `rankingCutoffs` names. Never throws.
   *
   * @param ranking - relevance of all items in the order in which they were served, 0 for what nobody wanted; the best
   * order is that of the same items
   */
  recordRanking(ranking: Ranking): void {
    this.#safely(() => {
      const { rankings } = this.#recording;
      if (rankings.cutoffs.length === 0) {
        this.#warnings.warn(
          'rankings',
          `rankings of ${this.profile.model.name} are not recorded: say at which places to look, such as rankingCutoffs: [10].`,
        );
        return;
      }
      rankings.record(readField(ranking, 'relevance'));
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
      absurdValues: this.#recording.absurdValues,
      mergedOutcomes: outcomes.merged,
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

  #recordColumns(recording: ModelRecording, { batch, named }: ReadBatch): void {
    recording.recordBatch(batch);
    for (let row = 0; row < named.length && this.#unknownFeatures.inspect(named[row]); row++);
    this.#noteForeignRows();
    if (batch.durationSeconds !== undefined) recording.latency.record(batch.durationSeconds);
  }

  #shapesOf(profile: ReferenceProfile): ModelShapes {
    return new ModelShapes(profile, this.#output, (kind, sentence) => this.#warnings.warn(kind, sentence));
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
