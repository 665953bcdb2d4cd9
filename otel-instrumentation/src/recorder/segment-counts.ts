import type { Attributes } from '@opentelemetry/api';
import { ATTRIBUTES, type ReferenceProfile, type SegmentReference } from '@driftline/shared';
import type { Counted } from './counted.ts';
import type { CountMemory, Place } from './count-memory.ts';
import { featureCounts, type FeatureCounts } from './feature-counts.ts';
import type { GroupLabels } from './group-labels.ts';
import type { Limits } from './limits.ts';
import { OutcomeCounts } from './outcome-counts.ts';
import { PredictionCounts } from './prediction-counts.ts';
import { emptyLike, isNumberArray, type NumberArray } from '../values/number-array.ts';
import { readField } from '../values/read-field.ts';
import { columnReader, type Column } from './batch.ts';

/** One value of an attribute by which a model is counted. */
export interface SegmentName {
  readonly attribute: string;
  readonly value: string;
}

/** What a segment has in common with the model that it is part of. */
export interface WholeModel {
  readonly profile: ReferenceProfile;
  readonly attributes: Attributes;
  readonly profileAttributes: Attributes;
  readonly groups: readonly GroupLabels[];
  readonly limits: Required<Limits>;
}

/** The counts of the rows with one value of an attribute: those of the model once more, against a reference of their own. */
export class SegmentCounts implements Counted {
  readonly attributes: Attributes;
  readonly profileAttributes: Attributes;
  readonly profile: SegmentReference;
  readonly limits: Required<Limits>;
  readonly groups: readonly GroupLabels[];
  readonly features: readonly FeatureCounts[];
  readonly predictions: PredictionCounts;
  readonly outcomes: OutcomeCounts;
  /** Whether training rows say what the segment should look like; without them it is counted all the same. */
  readonly hasReference: boolean;

  /**
   * @param reference - undefined where the segment has too few training rows
   * @param counted - names of the features that are counted by segment
   */
  constructor(
    { attribute, value }: SegmentName,
    reference: SegmentReference | undefined,
    counted: readonly string[],
    { profile, attributes, profileAttributes, groups, limits }: WholeModel,
    memory: CountMemory,
  ) {
    const { missingValues: missing } = profile;
    const segment = { [ATTRIBUTES.segmentName]: attribute, [ATTRIBUTES.segmentValue]: value };
    this.attributes = { ...attributes, ...segment };
    this.profileAttributes = { ...profileAttributes, ...segment };
    this.hasReference = reference !== undefined;
    this.profile = reference ?? { rows: 0, features: featuresOf(profile, counted), prediction: profile.prediction };
    this.limits = limits;
    this.groups = groups;
    const { prediction, features } = this.profile;
    this.features = features.map((each) => featureCounts(each, limits.outlierLimit, missing, memory));
    this.predictions = new PredictionCounts(prediction, groups, limits.maximumLabels, missing, memory);
    this.outcomes = new OutcomeCounts(prediction, groups, limits.maximumLabels, memory);
  }

  /** Counts the features of one row. */
  recordFeatures(row: unknown): void {
    const { features } = this;
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] as FeatureCounts;
      feature.record(readField(row, feature.reference.name));
    }
  }

  /** Counts the features of some rows of columns, with the same result as row by row. */
  recordColumns(columns: Readonly<Record<string, Column>>, rows: readonly number[]): void {
    for (const feature of this.features) {
      const column = readField(columns, feature.reference.name);
      if (isNumberArray(column)) {
        feature.recordNumbers(picked(column, rows), rows.length);
        continue;
      }
      const value = columnReader(column);
      for (const row of rows) feature.record(value(row));
    }
  }

  /**
   * Counts one prediction with its score and those by class; both edges are what numbers are compared with, as the counts of
   * the model have them.
   */
  recordPrediction(
    { prediction, groups, score, scores }: SegmentPrediction,
    edges?: { readonly ofPrediction: Place | undefined; readonly ofScore: Place | undefined },
  ): void {
    this.predictions.record(prediction, groups, edges?.ofPrediction);
    if (score !== undefined && this.predictions.classes !== undefined) {
      this.predictions.recordScore(score, edges?.ofScore);
    }
    if (scores !== undefined && this.predictions.calibrated.length > 0) this.predictions.recordCalibrated(scores);
  }
}

/** A prediction as its segment counts it. */
export interface SegmentPrediction {
  readonly prediction: unknown;
  readonly groups: ArrayLike<number>;
  readonly score: unknown;
  /** By class that has bins of scores; undefined where none is calibrated. */
  readonly scores: ArrayLike<number> | undefined;
}

function featuresOf({ features }: ReferenceProfile, names: readonly string[]): ReferenceProfile['features'] {
  return features.filter(({ name }) => names.includes(name));
}

/** Some rows of a column, of the same kind, so that numbers are read as they are in it. */
function picked(column: NumberArray, rows: readonly number[]): NumberArray {
  const present = rows.filter((row) => row < column.length);
  const own = emptyLike(column, present.length);
  present.forEach((row, i) => {
    own[i] = column[row] as number;
  });
  return own;
}
