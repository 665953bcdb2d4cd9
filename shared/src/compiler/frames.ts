import type { MeasureId } from '../measures/registry.ts';
import type { Labels } from '../query/answers.ts';
import type { Aspect } from '../query/measure-query.ts';
import type { About, Thresholds, Unit } from '../templates/description.ts';

/** Where people expect a warning and a critical alert. */
export type Limits = Pick<Thresholds, 'side' | 'warning' | 'critical'>;

/** One series of a measure, with everything that is known of its values. */
export interface MeasureFrame {
  readonly measure: MeasureId;
  readonly subject: About;
  readonly unit: Unit;
  readonly limits?: Limits;
  readonly labels: Labels;
  /** Name of the label that holds the bin, where the series is that of a bin. */
  readonly bin?: string;
  /** Name of the series, made of its labels. */
  readonly name: string;
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  /** What is known at each time, by aspect: NaN where there is nothing. */
  readonly values: Readonly<Partial<Record<Aspect, readonly number[]>>>;
}
