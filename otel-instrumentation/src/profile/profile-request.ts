import type { ColumnKind } from './column-kind.ts';

/** What a profile is to be made of, wherever the training rows are. */
export interface ProfileRequest {
  readonly model: string;
  readonly version: string;
  /** Columns that are features; all that have no other part unless given. */
  readonly features?: readonly string[];
  readonly exclude?: readonly string[];
  /** Column with what truly was. */
  readonly label?: string;
  /** Column with what the model predicted. */
  readonly prediction?: string;
  /** Column with the score behind a class. */
  readonly score?: string;
  /** Whether label and prediction are classes or numbers; inferred unless given. */
  readonly task?: 'classification' | 'regression';
  readonly favorable?: string;
  /** Columns that group people; several joined by a comma are an intersection. */
  readonly groups?: readonly string[];
  /** Privileged value by group. */
  readonly privileged?: Readonly<Record<string, string>>;
  /** Kinds that are not to be inferred, by column. */
  readonly types?: Readonly<Record<string, ColumnKind>>;
  /** Texts that stand for a missing value, beside the empty one. */
  readonly missing?: readonly string[];
  /** Bins of a numeric column without edges of its own. */
  readonly bins: number;
  /** Upper edges by column. */
  readonly edges?: Readonly<Record<string, readonly number[]>>;
  readonly maxCategories: number;
}
