import type { OrderOfBins, SideBySide } from './side-by-side.ts';

/** Labels of a series, by name. */
export type Labels = Readonly<Record<string, string>>;

/** One series of an answer: a value at each of the times that were asked for, NaN where it has none. */
export interface Series {
  readonly labels: Labels;
  readonly values: ArrayLike<number>;
}

/**
 * The series of one text. A host in whose memory they stand may put them together itself, which is most of the work where
 * JavaScript is slow. What it may not have is a formula.
 */
export interface SeriesList extends ReadonlyArray<Series> {
  /** Indexes of the series that agree in some labels, in the order in which the store gave them. */
  grouped?(per: readonly string[]): readonly (readonly number[])[];
  /**
   * The bins of these series beside those of a reference, where either side has one series for each bin: the same as
   * `distributions/side-by-side.ts` gives.
   *
   * @param per - labels that tell one distribution from another
   * @param bin - label of a bin
   */
  sideBySide?(reference: SeriesList, per: readonly string[], bin: string, ordered?: OrderOfBins): readonly SideBySide[];
}

/** What the store answered, for an instant (one time) or for a range of evenly spaced times. */
export interface Answers {
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  /** Series by the PromQL that was asked: every text of the plan has an entry. */
  readonly series: ReadonlyMap<string, SeriesList>;
}
