import type { Expression } from '../promql/expression.ts';

/** The counts of one side of a comparison: which of the series, and from when. */
export interface Moment {
  /** How long ago the window ended, as a PromQL duration; now unless given. */
  readonly offset?: string;
  /** Versions of the model in place of the query's. */
  readonly versions?: readonly string[];
  /** Series of a histogram in place of the query's. */
  readonly selector?: string;
}

/** Values that are counted in bins, whoever counts them: every measure of drift is an expression over these. */
export interface Distribution {
  /** Labels that tell one distribution from another. */
  readonly per: readonly string[];
  /** Label of a bin. */
  readonly bin: string;
  /** Name of one distribution in Grafana's legend format. */
  readonly legend: string;
  /** Observations in the window by `per` and `bin`. */
  counts(moment: Moment): Expression;
  /** Observations in the window by `per`. */
  total(moment: Moment): Expression;
  /** The training data, where a profile came along. */
  readonly reference?: {
    /** Share of each bin by `per` and `bin`. */
    shares(): Expression;
    /** Training rows that have a value, by `per`. */
    rows(): Expression;
  };
}
