/** Labels of a series, by name. */
export type Labels = Readonly<Record<string, string>>;

/** One series of an answer: a value at each of the times that were asked for, NaN where it has none. */
export interface Series {
  readonly labels: Labels;
  readonly values: ArrayLike<number>;
}

/** What the store answered, for an instant (one time) or for a range of evenly spaced times. */
export interface Answers {
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  /** Series by the PromQL that was asked: every text of the plan has an entry. */
  readonly series: ReadonlyMap<string, readonly Series[]>;
}
