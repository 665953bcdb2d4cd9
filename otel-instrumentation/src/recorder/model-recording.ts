import type { Attributes } from '@opentelemetry/api';
import { ATTRIBUTES, type ReferenceProfile } from '@driftline/shared';
import type { Column, ColumnBatch } from './batch.ts';
import { columnReader, labelReader, lengthOf, rowsIn } from './batch.ts';
import { checkDistinctLabels } from './distinct-labels.ts';
import { addCounts, inOneBlock, newBlock, type CountMemory } from './count-memory.ts';
import { featureCounts, isNumeric, type FeatureCounts } from './feature-counts.ts';
import { GroupLabels } from './group-labels.ts';
import type { Counted } from './counted.ts';
import type { HistogramAccumulation } from './histogram-accumulation.ts';
import { Latency } from './latency.ts';
import type { Limits } from './limits.ts';
import type { ReadObservation, ReadOutcome } from './observation.ts';
import { increase, positionsOf } from './named-counts.ts';
import { outcomesIn, type ReadOutcomeBatch } from './outcome-batch.ts';
import { OutcomeCounts, type Predicted } from './outcome-counts.ts';
import { outcomeDelays } from './outcome-delays.ts';
import { PendingPredictions, type PredictionId } from './pending-predictions.ts';
import { PredictionCounts } from './prediction-counts.ts';
import { profileIdOf } from './profile-id.ts';
import { RankingCounts } from './ranking-counts.ts';
import type { SegmentCounts, SegmentPrediction } from './segment-counts.ts';
import { Segments, type SegmentSources } from './segments.ts';
import { isNumberArray } from '../values/number-array.ts';
import { readField } from '../values/read-field.ts';

const NO_GROUPS: readonly number[] = [];
const NO_SEGMENTS: readonly number[] = [];

/** What is remembered of a row: its positions in the groups, and after them those in the segments. */
function placesOf(groups: readonly number[], segments: readonly number[]): readonly number[] {
  return segments.length === 0 ? groups : [...groups, ...segments];
}

const SUMS = ['rows', 'foreignRows'] as const;
const SUM = positionsOf(SUMS);

/** The counts of a recording, as another thread gets them. */
export interface SharedCounts {
  readonly block: ArrayBufferLike;
  /** One number, by which a reader asks for new extremes. */
  readonly asked: ArrayBufferLike;
  /** When counting began, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** Everything that was counted for one model by one profile. Knows neither OpenTelemetry nor callers. */
export class ModelRecording implements Counted {
  readonly profile: ReferenceProfile;
  /** Attributes that the service gave. */
  readonly serviceAttributes: Attributes;
  /** The attributes on every series of this model. */
  readonly attributes: Attributes;
  /** The same with the identity of the profile: on the series of features and predictions, and on their reference. */
  readonly profileAttributes: Attributes & { readonly [ATTRIBUTES.profileId]: string };
  readonly features: readonly FeatureCounts[];
  readonly #names: readonly string[];
  readonly groups: readonly GroupLabels[];
  /** The same counts by the values of some attributes. */
  readonly segments: readonly Segments[];
  readonly predictions: PredictionCounts;
  readonly outcomes: OutcomeCounts;
  /** How long the outcomes took that came under the identifier of their prediction. */
  readonly delays: HistogramAccumulation;
  readonly rankings: RankingCounts;
  readonly latency: Latency;
  readonly pending: PendingPredictions;
  readonly limits: Required<Limits>;
  /** The counts, to be read by another thread. */
  readonly counts: SharedCounts;
  readonly #sums: Float64Array;
  /** Whether a score is that of the only class that has bins of scores: of one class of two. */
  readonly #hasOneScore: boolean;
  /** Scores of one prediction, by class that has bins of scores. */
  readonly #scores: Float64Array;
  readonly #extremes: readonly number[];
  /** How often extremes were asked for: only a reader writes it, and the counting thread answers with its next row. */
  readonly #asked: Float64Array;
  readonly #answered: Float64Array;

  /**
   * @param attributes - further attributes for every series of the model
   * @param filled - counts of another thread, which are only read here; default: new ones
   * @param startedAt - when counting began, in milliseconds since 1970; default: now, or as the other thread says
   * @throws {ProfileError} where two series would be one
   */
  constructor(
    profile: ReferenceProfile,
    limits: Required<Limits>,
    attributes: Attributes = {},
    filled?: SharedCounts,
    startedAt = filled?.startedAt ?? Date.now(),
  ) {
    const { missingValues: missing } = profile;
    checkDistinctLabels(profile);
    this.profile = profile;
    this.limits = limits;
    this.serviceAttributes = attributes;
    this.attributes = {
      ...attributes,
      [ATTRIBUTES.modelName]: profile.model.name,
      [ATTRIBUTES.modelVersion]: profile.model.version,
    };
    this.profileAttributes = { ...this.attributes, [ATTRIBUTES.profileId]: profileIdOf(profile) };
    const { maximumLabels: limit, minimumGroupSize: minimumSize } = limits;
    const { prediction } = profile;
    const groups = profile.groups.map((group) => new GroupLabels(group, limit, minimumSize, missing));
    this.groups = groups;
    const build = (memory: CountMemory) => ({
      features: profile.features.map((feature) => featureCounts(feature, limits.outlierLimit, missing, memory)),
      predictions: new PredictionCounts(prediction, groups, limit, missing, memory),
      outcomes: new OutcomeCounts(prediction, groups, limit, memory),
      delays: outcomeDelays(memory),
      rankings: new RankingCounts(limits.rankingCutoffs, memory),
      latency: new Latency(memory),
      sums: memory.take(SUMS.length),
      answered: memory.take(1),
      segments: (profile.segments ?? []).map((each) => new Segments(each, this, memory)),
    });
    const { built, block, extremes } = inOneBlock(build, filled?.block);
    const asked = filled?.asked ?? newBlock(Float64Array.BYTES_PER_ELEMENT);
    this.counts = { block, asked, startedAt };
    this.#extremes = extremes;
    this.#asked = new Float64Array(asked);
    this.#answered = built.answered;
    this.features = built.features;
    this.#names = built.features.map(({ reference }) => reference.name);
    this.segments = built.segments;
    this.predictions = built.predictions;
    this.outcomes = built.outcomes;
    this.delays = built.delays;
    this.rankings = built.rankings;
    this.latency = built.latency;
    this.#sums = built.sums;
    this.#scores = new Float64Array(built.outcomes.scores.length);
    this.#hasOneScore = prediction?.kind === 'classification' && prediction.classes.length <= 2;
    this.pending = new PendingPredictions({
      limit: limits.maximumPending,
      timeToLive: limits.pendingTimeToLiveMs,
      // A prediction is of a segment as it is of a group.
      groups: this.groups.length + this.segments.length,
      scores: this.#scores.length,
      forgot: (problem) => this.outcomes.note(problem),
    });
  }

  /** When counting began, in milliseconds since 1970. */
  get startedAt(): number {
    return this.counts.startedAt;
  }

  get rows(): number {
    return this.#sums[SUM.rows] as number;
  }

  /** Rows that held none of the profile's features. */
  get foreignRows(): number {
    return this.#sums[SUM.foreignRows] as number;
  }

  /** Numbers too far from the training data to enter sums as they are. */
  get absurdValues(): number {
    const histograms = this.features.map((each) => (isNumeric(each) ? each.values : undefined));
    histograms.push(this.predictions.score, this.outcomes.errors);
    return histograms.reduce((sum, each) => sum + (each?.absurd ?? 0), 0);
  }

  /** Adds what another recording of the same layout counted. */
  add(other: ModelRecording): void {
    // Extremes that were asked for once more have been read before.
    const withExtremes = other.#asked[0] === other.#answered[0];
    const [into, from] = [this.counts.block, other.counts.block].map((block) => new Float64Array(block));
    addCounts(into as Float64Array, from as Float64Array, this.#extremes, withExtremes);
    this.latency.addFailures(other.latency);
  }

  /** Sets every count to zero. */
  clear(): void {
    new Float64Array(this.counts.block).fill(0);
    this.latency.clearFailures();
    this.forgetExtremes();
  }

  /** Extremes are those of later rows. Only for the thread that counts. */
  forgetExtremes(): void {
    for (const feature of this.features) if (isNumeric(feature)) feature.values.forgetExtremes();
    for (const { values } of this.segments) {
      for (const { features } of values) {
        for (const feature of features) if (isNumeric(feature)) feature.values.forgetExtremes();
      }
    }
    this.#answered[0] = this.#asked[0] as number;
  }

  /**
   * Asks the thread that counts to forget the extremes, which were read. It does so before its next row. Of a row that is
   * being counted at this very moment, the extremes may be missed; its counts never are.
   */
  askForNewExtremes(): void {
    this.#asked[0] = (this.#asked[0] as number) + 1;
  }

  /** Position of a row in each of the segments, which are looked for in the sources. */
  segmentsIn(sources: SegmentSources): readonly number[] {
    return this.segments.map((each) => each.indexIn(sources));
  }

  /**
   * Counts the features of one row.
   *
   * @param segments - position of the row in each of the segments
   */
  recordFeatures(row: unknown, segments: readonly number[] = NO_SEGMENTS): void {
    if (this.#asked[0] !== this.#answered[0]) this.forgetExtremes();
    let present = false;
    const { features } = this;
    const names = this.#names;
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] as FeatureCounts;
      const value = readField(row, names[i] as string);
      if (value !== undefined) present = true;
      feature.record(value);
    }
    for (let i = 0; i < segments.length; i++) this.segments[i]?.values[segments[i] as number]?.recordFeatures(row);
    increase(this.#sums, SUM.rows);
    if (!present) increase(this.#sums, SUM.foreignRows);
  }

  /**
   * Counts one prediction, and remembers it if it has an identifier.
   *
   * @param segments - position of the row in each of the segments
   */
  recordPrediction(
    { prediction, score, classScores, id }: ReadObservation,
    groupSource: unknown,
    segments: readonly number[] = NO_SEGMENTS,
  ): void {
    const groups = this.#groupsIn(groupSource);
    this.predictions.record(prediction, groups);
    if (score !== undefined && this.predictions.classes !== undefined) this.predictions.recordScore(score);
    const isCalibrated = this.predictions.calibrated.length > 0;
    const scores = id === undefined && !isCalibrated ? undefined : this.#scoresOf(score, classScores);
    if (segments.length > 0) this.#recordInSegments({ prediction, groups, score, scores }, segments);
    if (scores === undefined) return;
    if (isCalibrated) this.predictions.recordCalibrated(scores);
    if (id === undefined) return;
    this.pending.remember(id, this.predictions.keepable(prediction), placesOf(groups, segments), scores);
  }

  /** Position of a row in each of the groups. */
  #groupsIn(source: unknown): readonly number[] {
    return this.groups.length === 0 ? NO_GROUPS : this.groups.map((group) => group.indexIn(source));
  }

  #recordInSegments(
    prediction: SegmentPrediction,
    segments: readonly number[],
    edges?: Parameters<SegmentCounts['recordPrediction']>[1],
  ): void {
    for (let i = 0; i < segments.length; i++) {
      this.segments[i]?.values[segments[i] as number]?.recordPrediction(prediction, edges);
    }
  }

  /** Counts the ground truth of a prediction that is remembered, or that the outcome carries. */
  recordOutcome(outcome: ReadOutcome): void {
    const actual = this.predictions.keepable(outcome.actual);
    if ('id' in outcome) {
      const predicted = this.pending.take(outcome.id);
      if (typeof predicted === 'string') {
        this.outcomes.note(predicted);
        return;
      }
      this.delays.add(predicted.delay);
      this.#recordPair(predicted, actual);
      return;
    }
    const { segments = outcome.groups } = outcome;
    const groups = this.#groupsIn(outcome.groups);
    const places = this.segments.length === 0 ? groups : placesOf(groups, this.segmentsIn([segments]));
    const scores = this.#scoresOf(outcome.score, outcome.classScores);
    this.#recordPair({ prediction: this.predictions.keepable(outcome.prediction), groups: places, scores }, actual);
  }

  /** Counts a prediction, whose segments stand after its groups, with its ground truth. */
  #recordPair(predicted: Predicted, actual: number): void {
    this.outcomes.record(predicted, actual);
    for (let i = 0; i < this.segments.length; i++) {
      const segment = predicted.groups[this.groups.length + i] as number;
      this.segments[i]?.values[segment]?.outcomes.record(predicted, actual);
    }
  }

  /** Counts many ground truths given as columns, with the same result as one by one. */
  recordOutcomes(batch: ReadOutcomeBatch): void {
    const rows = outcomesIn(batch);
    const answers = this.predictions.classes === undefined ? columnReader : labelReader;
    const actual = answers(batch.actuals);
    if ('ids' in batch) {
      const id = labelReader(batch.ids);
      for (let row = 0; row < rows; row++) this.recordOutcome({ id: id(row) as PredictionId, actual: actual(row) });
      return;
    }
    const prediction = answers(batch.predictions);
    const groups = [
      ...this.#groupReaders(batch.groups ?? {}),
      ...this.#segmentReaders([batch.segments ?? batch.groups]),
    ];
    const scoresAt = this.#scoreReader(batch.scores, batch.classScores);
    for (let row = 0; row < rows; row++) {
      const predicted = {
        prediction: this.predictions.keepable(prediction(row)),
        groups: groups.map((indexAt) => indexAt(row)),
        scores: scoresAt(row),
      };
      this.#recordPair(predicted, this.predictions.keepable(actual(row)));
    }
  }

  /** Counts many rows given as columns, with the same result as row by row. */
  recordBatch(batch: ColumnBatch): void {
    const rows = rowsIn(batch);
    const segments = this.#segmentReaders(
      batch.segments === undefined ? [batch.features, batch.groups] : [batch.segments],
    );
    if (batch.features !== undefined) this.#recordColumns(batch.features, rows, segments);
    const { predictions } = batch;
    if (predictions === undefined) return;
    const prediction = (this.predictions.classes === undefined ? columnReader : labelReader)(predictions);
    const score = columnReader(batch.scores);
    const id = labelReader(batch.ids);
    const predictionEdges = this.predictions.score?.edgesFor(predictions);
    const scoreEdges = this.predictions.score?.edgesFor(batch.scores);
    const groups = this.#groupReaders(batch.groups ?? batch.features ?? {});
    const scoresAt = this.#scoreReader(batch.scores, batch.classScores);
    const isCalibrated = this.predictions.calibrated.length > 0;
    // A row without an output, as after an early end of a loop over them, has no prediction.
    const outputs = lengthOf(predictions);
    for (let row = 0; row < outputs; row++) {
      const indexes = groups.map((indexAt) => indexAt(row));
      this.predictions.record(prediction(row), indexes, predictionEdges);
      const behind = score(row);
      const own = segments.map((indexAt) => indexAt(row));
      if (behind !== undefined && this.predictions.classes !== undefined) {
        this.predictions.recordScore(behind, scoreEdges);
      }
      const scores = batch.ids === undefined && !isCalibrated ? undefined : scoresAt(row);
      if (own.length > 0) {
        const predicted = { prediction: prediction(row), groups: indexes, score: behind, scores };
        this.#recordInSegments(predicted, own, { ofPrediction: predictionEdges, ofScore: scoreEdges });
      }
      if (scores === undefined) continue;
      if (isCalibrated) this.predictions.recordCalibrated(scores);
      if (batch.ids !== undefined) {
        const kept = this.predictions.keepable(prediction(row));
        this.pending.remember(id(row) as PredictionId, kept, placesOf(indexes, own), scores);
      }
    }
  }

  #recordColumns(
    columns: Readonly<Record<string, Column>>,
    rows: number,
    segments: readonly ((row: number) => number)[],
  ): void {
    if (this.#asked[0] !== this.#answered[0]) this.forgetExtremes();
    let present = false;
    for (const feature of this.features) {
      const column = readField(columns, feature.reference.name);
      if (column !== undefined) present = true;
      if (isNumberArray(column)) {
        feature.recordNumbers(column, rows);
        continue;
      }
      const value = columnReader(column);
      for (let row = 0; row < rows; row++) feature.record(value(row));
    }
    segments.forEach((indexAt, i) => {
      const { hasFeatures, values } = this.segments[i] as Segments;
      if (!hasFeatures) return;
      const rowsOf = Map.groupBy(Array(rows).keys(), indexAt);
      for (const [segment, own] of rowsOf) values[segment]?.recordColumns(columns, own);
    });
    increase(this.#sums, SUM.rows, rows);
    if (!present) increase(this.#sums, SUM.foreignRows, rows);
  }

  /** The scores of a prediction by class that has bins of scores, valid until the next call. */
  #scoresOf(score: unknown, classScores: ArrayLike<unknown> | undefined): ArrayLike<number> {
    const scores = this.#scores;
    for (let i = 0; i < scores.length; i++) {
      const given = classScores === undefined ? (this.#hasOneScore ? score : undefined) : classScores[i];
      scores[i] = this.predictions.keepableScore(given);
    }
    return scores;
  }

  /** Finds the same for a row of a batch. */
  #scoreReader(
    column: unknown,
    classScores: readonly (Column | undefined)[] | undefined,
  ): (row: number) => ArrayLike<number> {
    const columns = this.outcomes.scores.map((_, i) =>
      classScores === undefined ? (this.#hasOneScore ? column : undefined) : classScores[i],
    );
    const readers = columns.map(columnReader);
    const settling = this.outcomes.scores.map((scores, i) => scores.settling(columns[i]));
    const scores = this.#scores;
    return (row) => {
      for (let i = 0; i < scores.length; i++) {
        const score = this.predictions.keepableScore(readers[i]?.(row));
        scores[i] = score >= 0 ? (settling[i]?.(score) ?? score) : score;
      }
      return scores;
    };
  }

  /** For each attribute of segments, what finds the segment of a row among the columns. */
  #segmentReaders(sources: SegmentSources): ((row: number) => number)[] {
    return this.segments.map((each) => each.readerOf(sources));
  }

  /** For each group, what finds the group of a row among the columns. */
  #groupReaders(columns: unknown): ((row: number) => number)[] {
    return this.groups.map((group) => {
      const readers = new Map(
        group.attributes.map((attribute) => [attribute, labelReader(readField(columns, attribute))]),
      );
      return (row) => group.indexOf((attribute) => readers.get(attribute)?.(row));
    });
  }
}
