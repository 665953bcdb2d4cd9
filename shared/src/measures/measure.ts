import type { Expression } from '../promql/expression.ts';
import type { MeasureId, MeasureQuery } from '../query/measure-query.ts';

/** What one value of a measure is about. */
export type Subject = 'bin' | 'feature' | 'group' | 'group attribute' | 'model';

/** Unit of a measure's values: `share` is between 0 and 1, `index` has no unit and no upper bound. */
export type Unit = 'share' | 'index' | 'seconds' | 'per second';

/** Where people expect a warning and an alarm by default. */
export interface Thresholds {
  readonly side: 'above' | 'below';
  readonly warning?: number;
  readonly alarm: number;
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
  readonly unit: Unit;
  readonly subject: Subject;
  readonly worse: 'higher' | 'lower' | 'neither';
  readonly thresholds?: Thresholds;
  /** Name of one series of the result, in Grafana's legend format. */
  legend(query: MeasureQuery): string;
  /** The measure over live series; callers use `compile`, which checks the query first. */
  promql(query: MeasureQuery): Expression;
}
