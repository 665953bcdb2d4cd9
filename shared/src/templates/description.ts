import type { Dimension } from '../conventions/dimensions.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** What one value of a measure is about. A distribution is that of a feature, of the predictions or of a histogram. */
export type About = 'bin' | 'distribution' | 'feature' | 'group' | 'group attribute' | 'model';

/** What people look for with a measure. */
export type Family = 'drift' | 'data quality' | 'fairness' | 'performance' | 'traffic';

/** Unit of a measure's values: `share` is between 0 and 1, `index` has no unit and no upper bound. */
export type Unit = 'share' | 'index' | 'seconds' | 'per second';

/** What a query can be asked beside measure, window and baseline; a measure names those that change its values. */
export type Input =
  | Dimension
  | 'baseline'
  | 'of'
  | 'average'
  | 'favorable'
  | 'privileged'
  | 'quantile'
  | 'minimumObservations'
  | 'significance';

/** Where people expect a warning and a critical alert by default. */
export interface Thresholds {
  readonly side: 'above' | 'below';
  readonly warning?: number;
  readonly critical: number;
  /** What an alert calls it, such as `Missing values`; a measure of drift is called by what drifts. */
  readonly title?: string;
  /** What to do about it, for the person whom the alert wakes. */
  readonly runbook: string;
}

/** What people read about a measure, and what follows from its kind. */
export interface Description<Id extends string> {
  /** Identifier in saved dashboards and rules: never renamed. */
  readonly id: Id;
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
  readonly subject: About;
  readonly worse: 'higher' | 'lower' | 'neither';
  readonly thresholds?: Thresholds;
  readonly inputs: readonly Input[];
  /** Name of one series in Grafana's legend format, where that of the subject does not do. */
  readonly legend?: (query: MeasureQuery) => string;
}
