import type { Progress } from './progress.ts';

/** Rows that the database can read. */
export interface TableSource {
  readonly columns: readonly string[];
  /** What stands after FROM to read some of the columns. */
  from(columns: readonly string[]): string;
  /** Expression that gives a column as text, or NULL. */
  textOf(column: string): string;
  /** Number of rows, where it is known before reading. */
  readonly rows?: number;
}

/** How to read the training files, as far as the user says it. */
export interface ReadOptions {
  /** Names of the columns of CSV files without a header. */
  readonly header?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  readonly decimal?: DecimalMark | undefined;
  /** Columns that the names of folders give, as in `country=DE`. */
  readonly partition?: readonly string[] | undefined;
  /** Texts that mean a missing value, besides the empty one. */
  readonly missing?: readonly string[] | undefined;
  /** What the files should hold, for sentences; default: the training data. */
  readonly data?: string | undefined;
  readonly warn: (sentence: string) => void;
  /** Receives the share of a file that is read, before the database reads it. */
  readonly scanned?: Progress | undefined;
}

export const DECIMAL_MARKS = ['.', ','] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** A path as the database takes it: literally, and not as a pattern. */
export function literalPath(path: string): string {
  return path.replace(/[[*?]/g, '[$&]');
}
