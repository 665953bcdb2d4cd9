import type { ReferenceProfile } from '@driftline/shared';
import type { ColumnKind } from './column-kind.ts';
import type { Importances } from './importances.ts';

/** A profile whose bins are taken, so that two models can be compared bin by bin. */
export interface OtherProfile {
  /** The name that the user knows it by. */
  readonly shown: string;
  readonly profile: ReferenceProfile;
}

/** What a profile is built from, wherever the training data is. */
export interface ProfileRequest {
  readonly model: string;
  readonly version: string;
  /** Columns that are features; default: all that have no other role. */
  readonly features?: readonly string[];
  readonly exclude?: readonly string[];
  /** Columns that are features although they look like identifiers or personal texts. */
  readonly keep?: readonly string[];
  /** Column with the ground truth. */
  readonly label?: string;
  /** Column with the predictions. */
  readonly prediction?: string;
  /** Column with the score behind a class. */
  readonly score?: string;
  /** Columns with the probability of a class, by class: outcomes are counted by the score of each, one against the rest. */
  readonly scoreOf?: Readonly<Record<string, string>>;
  /** Bins by which outcomes are counted by score; default: 50. */
  readonly scoreBins?: number;
  /** Score above which a class is predicted; default: 0.5. */
  readonly threshold?: number;
  /**
   * Files of rows that the model was not trained on, by whose labels the scores are calibrated: paths as those of the
   * training data. In a warehouse, the table of such rows.
   */
  readonly calibrateOn?: readonly string[];
  /** Whether label and prediction are classes or numbers; default: inferred. */
  readonly task?: 'classification' | 'regression';
  readonly favorable?: string;
  /** How much each feature means to the model; default: all the same. */
  readonly importances?: Importances;
  /** All classes in the order in which the model returns their probabilities. */
  readonly classOrder?: readonly string[];
  /** Columns that group people; several joined by a comma are an intersection. */
  readonly groups?: readonly string[];
  /** Privileged value by group. */
  readonly privileged?: Readonly<Record<string, string>>;
  /** Training rows below which a group is not listed; default: 10. */
  readonly minimumGroupSize?: number;
  /** Columns by whose values the model is counted too, each value against a reference of its own. */
  readonly segments?: readonly string[];
  /** Features that are counted by segment; default: none. */
  readonly segmentFeatures?: readonly string[];
  /** Training rows below which a value of a segment is not listed; default: 100. */
  readonly minimumSegmentSize?: number;
  /** Kinds by column; default: inferred. */
  readonly types?: Readonly<Record<string, ColumnKind>>;
  /** Columns whose texts are labels as they are written: 1 and 1.0 are two. */
  readonly verbatim?: readonly string[];
  /** Texts that mean a missing value, besides the empty one. */
  readonly missing?: readonly string[];
  /** Number of bins of a numeric column without its own edges. */
  readonly bins: number;
  /** Upper edges by column. */
  readonly edges?: Readonly<Record<string, readonly number[]>>;
  /** Categories by column, in their order; default: the most frequent. */
  readonly categories?: Readonly<Record<string, readonly string[]>>;
  /** Classes that come first, whether the data has them or not. */
  readonly classes?: readonly string[];
  /** A profile whose bins are taken where the request gives none. */
  readonly binsOf?: OtherProfile;
  readonly maxCategories: number;
  /** Training rows that a category needs for a bin of its own; default: 1. */
  readonly minimumCount?: number;
  /** Standard deviations from the mean beyond which a training value is an outlier; default: that of a monitor. */
  readonly outlierLimit?: number;
}
