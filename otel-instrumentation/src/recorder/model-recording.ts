import type { Attributes } from '@opentelemetry/api';
import { ATTRIBUTES, type ReferenceProfile } from '@driftline/shared';
import type { FeatureColumns, PredictionBatch } from './batch.ts';
import { columnReader, labelReader, rowsIn } from './batch.ts';
import { featureCounts, type FeatureCounts } from './feature-counts.ts';
import { GroupLabels } from './group-labels.ts';
import type { Limits } from './limits.ts';
import type { Observation, Outcome } from './observation.ts';
import { outcomesIn, type OutcomeBatch } from './outcome-batch.ts';
import { OutcomeCounts } from './outcome-counts.ts';
import { PendingPredictions, type PredictionId } from './pending-predictions.ts';
import { PredictionCounts } from './prediction-counts.ts';
import { profileIdOf } from './profile-id.ts';
import { isNumberArray } from '../values/number-array.ts';
import { readField } from '../values/read-field.ts';

const NO_GROUPS: readonly number[] = [];

/** Everything that was counted for one model by one profile. Knows no OpenTelemetry instruments and no callers. */
export class ModelRecording {
  readonly profile: ReferenceProfile;
  /** The attributes on every series of this model. */
  readonly attributes: Attributes;
  /** The same with the identity of the profile: on the series of features and predictions, and on their reference. */
  readonly profileAttributes: Attributes & { readonly [ATTRIBUTES.profileId]: string };
  readonly features: readonly FeatureCounts[];
  readonly groups: readonly GroupLabels[];
  readonly predictions: PredictionCounts;
  readonly outcomes: OutcomeCounts;
  readonly pending: PendingPredictions;
  readonly limits: Required<Limits>;
  /** When counting began, in milliseconds since 1970. */
  readonly startedAt = Date.now();
  rows = 0;
  /** Rows that held none of the profile's features. */
  foreignRows = 0;

  /** @param attributes - further attributes for every series of the model */
  constructor(profile: ReferenceProfile, limits: Required<Limits>, attributes: Attributes = {}) {
    const { missingValues: missing } = profile;
    this.profile = profile;
    this.limits = limits;
    this.attributes = {
      ...attributes,
      [ATTRIBUTES.modelName]: profile.model.name,
      [ATTRIBUTES.modelVersion]: profile.model.version,
    };
    this.profileAttributes = { ...this.attributes, [ATTRIBUTES.profileId]: profileIdOf(profile) };
    this.features = profile.features.map((feature) => featureCounts(feature, limits.outlierLimit, missing));
    this.groups = profile.groups.map(
      (group) => new GroupLabels(group, limits.maximumLabels, limits.minimumGroupSize, missing),
    );
    this.predictions = new PredictionCounts(profile.prediction, this.groups, limits.maximumLabels, missing);
    this.outcomes = new OutcomeCounts(profile.prediction, this.predictions.classes, this.groups);
    this.pending = new PendingPredictions({
      limit: limits.maximumPending,
      timeToLive: limits.pendingTimeToLiveMs,
      groups: this.groups.length,
      forgot: (problem) => void this.outcomes.problems[problem]++,
    });
  }

  /** Counts the features of one row. */
  recordFeatures(row: unknown): void {
    let present = false;
    const { features } = this;
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] as FeatureCounts;
      const value = readField(row, feature.reference.name);
      if (value !== undefined) present = true;
      feature.record(value);
    }
    this.rows++;
    if (!present) this.foreignRows++;
  }

  /** Counts one prediction, and remembers it if it has an identifier. */
  recordPrediction({ prediction, score, id }: Observation, groupSource: unknown): void {
    const groups = this.groups.length === 0 ? NO_GROUPS : this.groups.map((group) => group.indexIn(groupSource));
    this.predictions.record(prediction, groups);
    if (score !== undefined && this.predictions.classes !== undefined) this.predictions.recordScore(score);
    if (id !== undefined) this.pending.remember(id, this.predictions.keepable(prediction), groups);
  }

  /** Counts the ground truth of a prediction that is remembered, or that the outcome carries. */
  recordOutcome(outcome: Outcome): void {
    const actual = this.predictions.keepable(outcome.actual);
    if ('id' in outcome) {
      const predicted = this.pending.take(outcome.id);
      if (typeof predicted === 'string') this.outcomes.problems[predicted]++;
      else this.outcomes.record(predicted, actual);
      return;
    }
    const groups = this.groups.map((group) => group.indexIn(outcome.groups));
    this.outcomes.record({ prediction: this.predictions.keepable(outcome.prediction), groups }, actual);
  }

  /** Counts many ground truths given as columns, with the same result as one by one. */
  recordOutcomes(batch: OutcomeBatch): void {
    const rows = outcomesIn(batch);
    const answers = this.predictions.classes === undefined ? columnReader : labelReader;
    const actual = answers(batch.actuals);
    if ('ids' in batch) {
      const id = labelReader(batch.ids);
      for (let row = 0; row < rows; row++) this.recordOutcome({ id: id(row) as PredictionId, actual: actual(row) });
      return;
    }
    const prediction = answers(batch.predictions);
    const groups = this.#groupReaders(batch.groups ?? {});
    for (let row = 0; row < rows; row++) {
      const predicted = {
        prediction: this.predictions.keepable(prediction(row)),
        groups: groups.map((indexAt) => indexAt(row)),
      };
      this.outcomes.record(predicted, this.predictions.keepable(actual(row)));
    }
  }

  /** Counts many rows given as columns, with the same result as row by row. */
  recordBatch(batch: PredictionBatch): void {
    const rows = rowsIn(batch);
    if (batch.features !== undefined) this.#recordColumns(batch.features, rows);
    const { predictions } = batch;
    if (predictions === undefined) return;
    const prediction = (this.predictions.classes === undefined ? columnReader : labelReader)(predictions);
    const score = columnReader(batch.scores);
    const id = labelReader(batch.ids);
    const predictionEdges = this.predictions.score?.edgesFor(predictions);
    const scoreEdges = this.predictions.score?.edgesFor(batch.scores);
    const groups = this.#groupReaders(batch.groups ?? batch.features ?? {});
    for (let row = 0; row < rows; row++) {
      const indexes = groups.map((indexAt) => indexAt(row));
      this.predictions.record(prediction(row), indexes, predictionEdges);
      if (batch.scores !== undefined && this.predictions.classes !== undefined) {
        this.predictions.recordScore(score(row), scoreEdges);
      }
      if (batch.ids !== undefined) {
        this.pending.remember(id(row) as PredictionId, this.predictions.keepable(prediction(row)), indexes);
      }
    }
  }

  #recordColumns(columns: FeatureColumns, rows: number): void {
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
    this.rows += rows;
    if (!present) this.foreignRows += rows;
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
