import type { Expression } from '../promql/expression.ts';
import type { SeriesList } from '../query/answers.ts';
import type { BinnedSeries } from './binned-series.ts';
import type { TimeWindow } from './time-window.ts';

/** Values that are counted in bins, by any service: every drift measure is computed from these. */
export interface Distribution {
  /** Labels that tell one distribution from another. */
  readonly per: readonly string[];
  /** Label of a bin. */
  readonly bin: string;
  /** Name of one distribution in Grafana's legend format. */
  readonly legend: string;
  /** Observations in the window by `per` and `bin`. */
  counts(window: TimeWindow): Expression;
  /** Observations in the window by `per`. */
  total(window: TimeWindow): Expression;
  /** What the store is asked for if the counts are computed here: at most as much as `counts` reads. */
  selection(window: TimeWindow): Expression;
  /**
   * Fewest bins that any of the profiles behind the observations has, by `per`; absent where the observations of each
   * distribution have the same bins at all times.
   */
  fewestBins?(window: TimeWindow): Expression;
  /** Whether the answer to the selection has one series for each bin. */
  readonly hasSeriesPerBin: boolean;
  /** Observations by bin from the answer to the selection, by the key of their labels `per`. */
  read(series: SeriesList): ReadonlyMap<string, BinnedSeries>;
  /** The training data, if there is a profile. */
  readonly reference?: {
    /** Share of each bin by `per` and `bin`. */
    shares(): Expression;
    /** Training rows that have a value, by `per`. */
    rows(): Expression;
  };
}
