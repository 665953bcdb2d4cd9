import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { MeasureId } from './measure-ids.ts';

/** What one value of a measure is about. A distribution is that of a feature, of the predictions or of a histogram. */
export type Subject = 'bin' | 'distribution' | 'feature' | 'group' | 'group attribute' | 'model';

/** What people look for with a measure. */
export type Family = 'drift' | 'data quality' | 'fairness' | 'performance' | 'traffic';

/** Unit of a measure's values: `share` is between 0 and 1, `index` has no unit and no upper bound. */
export type Unit = 'share' | 'index' | 'seconds' | 'per second';

/** Where people expect a warning and an alarm by default. */
export interface Thresholds {
  readonly side: 'above' | 'below';
  readonly warning?: number;
  readonly alarm: number;
  /** What to do about it, for whoever is woken by it. */
  readonly remedy: string;
}

/** A share as what it is made of. */
export interface Rate {
  readonly hits: Expression;
  readonly trials: Expression;
}

/** One bin on both sides of a comparison. */
export interface BinShares {
  readonly bin: string;
  readonly live: number;
  readonly reference: number;
}

/** One measure: what it means, where it comes from, and how the store computes it. */
export interface Measure {
  readonly id: MeasureId;
  /** Short name for pickers, such as `PSI`. */
  readonly name: string;
  /** One or two sentences for the people who look at it. */
  readonly description: string;
  /** The formula as text. */
  readonly definition: string;
  /** Publication or tool whose convention this follows. */
  readonly source: string;
  readonly family: Family;
  readonly unit: Unit;
  readonly subject: Subject;
  readonly worse: 'higher' | 'lower' | 'neither';
  readonly thresholds?: Thresholds;
  /** Name of one series of the result, in Grafana's legend format. */
  legend(query: MeasureQuery): string;
  /** The measure over live series; callers use `compile`, which checks the query first. Absent where `binned` is. */
  promql?(query: MeasureQuery): Expression;
  /** Observations that each value rests on, with the labels of the value. */
  observations?(query: MeasureQuery): Expression;
  /** The parts of a measure that is a share of observations. */
  rate?(query: MeasureQuery): Rate | undefined;
  /** Value that sampling noise alone exceeds with the query's significance, with the labels of the value. */
  critical?(query: MeasureQuery): Expression;
  /**
   * The measure over the bins of one distribution in order, where PromQL cannot express it: whoever asks the store for
   * both sides computes it. NaN where it has no value.
   *
   * @param observations - live values
   */
  readonly binned?: (bins: readonly BinShares[], observations: number) => number;
}
