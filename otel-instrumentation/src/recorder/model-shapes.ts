import type { ReferenceProfile } from '@driftline/shared';
import { isList } from '../values/is-list.ts';
import { readField } from '../values/read-field.ts';
import { messageOf } from '../values/thrown.ts';
import { lengthOf, rowsIn, type Column, type ColumnBatch, type PredictionBatch } from './batch.ts';
import { InputReader, type Columns } from './input-reader.ts';
import { namedOutputs, tensorsIn } from './named-outputs.ts';
import type { Observation, Outcome, ReadObservation, ReadOutcome } from './observation.ts';
import type { OutputKind, OutputOptions } from './output-options.ts';
import type { OutcomeBatch, ReadOutcomeBatch } from './outcome-batch.ts';
import { OutputReader, type ColumnReading, type Say } from './output-reader.ts';
import { modelOf } from './recording-problem.ts';

/** A batch whose shapes are read. */
export interface ReadBatch {
  readonly batch: ColumnBatch;
  /** Objects whose keys are names of features. */
  readonly named: Column;
}

/** Brings what goes into a model and comes out of it, in whatever shape, into rows and columns by name. */
export class ModelShapes {
  readonly #profile: ReferenceProfile;
  readonly #say: Say;
  readonly #input: InputReader;
  readonly #output: OutputReader;
  /** The classes that have bins of scores. */
  readonly #scored: readonly string[];
  /** Whether a score is that of the only one of them: of one class of two. */
  readonly #hasOneScore: boolean;

  /**
   * @param say - warns once of each kind
   * @throws {RangeError} for an option that does not fit the profile
   */
  constructor(profile: ReferenceProfile, options: OutputOptions, say: Say) {
    this.#profile = profile;
    this.#say = say;
    this.#input = new InputReader(profile, say);
    this.#output = new OutputReader(profile, options, say);
    const { classes = [], scoreBins = [] } = profile.prediction?.kind === 'classification' ? profile.prediction : {};
    this.#scored = scoreBins.map((bins) => bins.class);
    this.#hasOneScore = scoreBins.length === 1 && classes.length <= 2;
  }

  /** Whether features are one row by name. Never throws. */
  isRow(features: unknown): boolean {
    return this.#input.isRow(features);
  }

  /** Whether features are several rows. Never throws. */
  isBatch(features: unknown): boolean {
    return this.#input.isBatch(features);
  }

  /** An observation of one row by name, with its output read; the same object if there is nothing to read. */
  readRow(observation: Observation): ReadObservation {
    const { prediction, probabilities, score } = observation;
    if (probabilities === undefined && this.#output.isPlain(prediction)) return observation;
    const tensors = tensorsIn(prediction);
    if (tensors !== undefined) {
      const outputs = namedOutputs(tensors, 1, this.#profile.prediction);
      return this.readRow({ ...observation, prediction: outputs.predictions, probabilities: outputs.probabilities });
    }
    const ofClasses = probabilities === undefined ? undefined : this.#output.read(probabilities, 'probabilities');
    const reading = prediction === undefined && ofClasses !== undefined ? ofClasses : this.#output.read(prediction);
    return {
      ...observation,
      prediction: reading.prediction,
      score: score ?? ofClasses?.score ?? reading.score,
      classScores: score !== undefined && this.#hasOneScore ? undefined : (ofClasses ?? reading).classScores,
      probabilities: undefined,
    };
  }

  /** An outcome with the output of its prediction read. */
  readOutcome(outcome: Outcome): ReadOutcome {
    if ('id' in outcome) return outcome;
    const { prediction, score } = outcome;
    const isByClass = typeof score === 'object' && score !== null;
    if (!isByClass && this.#output.isPlain(prediction)) return outcome;
    const reading = this.#output.read(prediction);
    return {
      ...outcome,
      prediction: reading.prediction,
      score: isByClass ? undefined : (score ?? reading.score),
      classScores: isByClass
        ? this.#scored.map((label) => readField(score, label))
        : score !== undefined && this.#hasOneScore
          ? undefined
          : reading.classScores,
    };
  }

  /** The same for many outcomes. */
  readOutcomes(batch: OutcomeBatch): ReadOutcomeBatch {
    if ('ids' in batch) return batch;
    const { scores: given } = batch;
    const reading = this.#readColumn(batch.predictions, lengthOf(batch.actuals));
    const predictions = reading.predictions ?? batch.predictions;
    if (given === undefined || isList(given)) {
      const classScores = given !== undefined && this.#hasOneScore ? undefined : reading.classScores;
      return { ...batch, predictions, scores: given ?? reading.scores, classScores };
    }
    const byClass = this.#scored.map((label) => readField(given, label) as Column | undefined);
    return { ...batch, predictions, scores: undefined, classScores: byClass };
  }

  /** An observation whose features are no row by name: a vector, or a batch with an output for each row. */
  readCall({
    features,
    prediction,
    probabilities,
    score,
    groups,
    segments,
    id,
    durationSeconds,
  }: Observation): ReadBatch {
    const input = this.#input.read(features);
    const column = (value: unknown): Column | undefined =>
      value === undefined ? undefined : input.isVector ? [value] : (value as Column);
    return this.#readBatch(input, {
      predictions: column(prediction),
      probabilities: column(probabilities),
      scores: column(score),
      groups: groups === features ? undefined : (column(groups) as PredictionBatch['groups']),
      segments: column(segments) as PredictionBatch['segments'],
      ids: column(id),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
    });
  }

  /** A batch as columns. */
  readBatch(batch: PredictionBatch): ReadBatch {
    return this.#readBatch(batch.features === undefined ? undefined : this.#input.read(batch.features), batch);
  }

  #readBatch(input: Columns | undefined, given: Omit<PredictionBatch, 'features'>): ReadBatch {
    const { groups, segments, ids, durationSeconds } = given;
    const columns = input?.columns;
    const rows = input?.rows ?? (columns === undefined ? undefined : rowsIn({ features: columns }));
    const { predictions, scores, classScores } = this.#readOutputs(given, rows);
    const outputs = lengthOf(predictions);
    if (rows !== undefined && predictions !== undefined && outputs !== rows) {
      this.#say(
        'rows',
        `a batch of ${modelOf(this.#profile)} has features of ${rows} rows and predictions of ${outputs}: pass one for ` +
          'each row.',
      );
    }
    return {
      batch: {
        features: columns,
        predictions,
        scores,
        classScores,
        groups: isList(groups) ? this.#input.rowsByName(groups) : (groups as ColumnBatch['groups']),
        segments: isList(segments) ? this.#input.rowsByName(segments) : (segments as ColumnBatch['segments']),
        ids,
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
      },
      named: input?.named ?? [],
    };
  }

  #readOutputs(
    { predictions, probabilities, scores }: PredictionBatch,
    rows: number | undefined,
  ): Partial<ColumnReading> {
    const tensors = tensorsIn(predictions);
    if (tensors !== undefined && !(isList(predictions) && rows !== 1 && predictions.length === rows)) {
      return this.#readOutputs({ ...namedOutputs(tensors, rows ?? 1, this.#profile.prediction), scores }, rows);
    }
    const ofClasses = probabilities === undefined ? undefined : this.#readColumn(probabilities, rows, 'probabilities');
    const own = predictions === undefined ? ofClasses : this.#readColumn(predictions, rows);
    return {
      ...own,
      scores: scores ?? ofClasses?.scores ?? own?.scores,
      classScores: scores !== undefined && this.#hasOneScore ? undefined : (ofClasses ?? own)?.classScores,
    };
  }

  #readColumn(outputs: unknown, rows: number | undefined, kind?: OutputKind): Partial<ColumnReading> {
    try {
      return this.#output.readColumn(outputs, rows, kind);
    } catch (error) {
      this.#say(
        'outputs',
        `the outputs of ${modelOf(this.#profile)} could not be read (${messageOf(error)}) and are not recorded.`,
      );
      return {};
    }
  }
}
