import type { Dimension } from '../conventions/dimensions.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** The subject of one value. A distribution is that of a feature, of the predictions or of a histogram. */
export type About = 'bin' | 'distribution' | 'feature' | 'group' | 'group attribute' | 'model';

/** The kind of problem that a measure finds. */
export type Family = 'drift' | 'data quality' | 'fairness' | 'performance' | 'traffic';

/** Unit of a measure's values: `share` is between 0 and 1, `index` has no unit and no upper bound. */
export type Unit = 'share' | 'index' | 'seconds' | 'per second';

/** Inputs of a query besides measure and window. A measure names those that change its values. */
export type Input =
  // Profiles are told apart by themselves.
  | Exclude<Dimension, 'profile'>
  | 'baseline'
  | 'of'
  | 'average'
  | 'favorable'
  | 'compare'
  | 'privileged'
  | 'quantile'
  | 'minimumObservations'
  | 'minimumGroupSize'
  | 'segment'
  | 'significance';

/** Default limits of the warning and the critical alert. */
export interface Thresholds {
  readonly side: 'above' | 'below';
  readonly warning?: number;
  readonly critical: number;
  /** Which aspect the limits are of; the value unless given. */
  readonly of?: 'excess';
  /**
   * What a problem of a model as a whole says, such as `has no predictions`. It is there or not: the title has no limit,
   * and no second window resolves it.
   */
  readonly event?: string;
  /** Title of the alert, such as `Missing values`. Those of drift measures name what drifts unless they are given. */
  readonly title?: string;
  /** What to do, for the person on call. */
  readonly runbook: string;
}

/** What people read about a measure, and the properties of its kind. */
export interface Description<Id extends string> {
  /** Identifier in saved dashboards and rules: never renamed. */
  readonly id: Id;
  /** Short name for pickers, such as `PSI`. */
  readonly name: string;
  /** One or two sentences for people who read the value. */
  readonly description: string;
  /** The formula as text. */
  readonly definition: string;
  /** Publication or tool whose convention the measure follows. */
  readonly source: string;
  readonly family: Family;
  readonly unit: Unit;
  readonly subject: About;
  readonly worse: 'higher' | 'lower' | 'neither';
  readonly thresholds?: Thresholds;
  readonly inputs: readonly Input[];
  /** Whether it is of what segments do not count, as all of the family traffic is. */
  readonly isOfWholeModels?: boolean;
  /** Whether its value is that of the worst segment alone, whichever that is at each time. */
  readonly picks?: 'worst segment';
  /** Label that holds the bin of a value, if it is not a bin of the distribution that a query asks about. */
  readonly bin?: string;
  /** Name of one series in Grafana's legend format, if the default of the subject does not fit. */
  readonly legend?: (query: MeasureQuery) => string;
}
