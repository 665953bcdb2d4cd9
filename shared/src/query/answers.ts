/** Labels of a series, by name. */
export type Labels = Readonly<Record<string, string>>;

/** One series of an answer: a value at each of the times that were asked for, NaN where it has none. */
export interface Series {
  readonly labels: Labels;
  readonly values: ArrayLike<number>;
}

/**
 * The series of one text. A host that knows how their labels stand in its memory may group them, which is most of the work
 * where the language is slow.
 */
export interface SeriesList extends ReadonlyArray<Series> {
  /** Indexes of the series that agree in some labels, in the order in which the store gave them. */
  grouped?(per: readonly string[]): readonly (readonly number[])[];
}

/** What the store answered, for an instant (one time) or for a range of evenly spaced times. */
export interface Answers {
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  /** Series by the PromQL that was asked: every text of the plan has an entry. */
  readonly series: ReadonlyMap<string, SeriesList>;
}
