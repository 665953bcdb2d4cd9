import type { MeasureQuery } from '../query/measure-query.ts';
import type { Thresholds } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';

/**
 * The query that resolves another: the same over the shorter window. What resolves an alert is the number itself, since
 * noise is no reason to go on firing.
 */
export function resolvingQuery({ resolvedBy, significance: _, ...query }: MeasureQuery): MeasureQuery | undefined {
  return resolvedBy === undefined ? undefined : { ...query, window: resolvedBy.window };
}

/** Where values beyond a limit of the measure lie. One of which neither direction is worse crosses it on both sides. */
export function sideOf({ thresholds, worse }: Measure): Thresholds['side'] {
  return thresholds?.side ?? (worse === 'lower' ? 'below' : 'above');
}

/** Whether a value is known to be within a limit; NaN is not. */
export function isWithin(measure: Measure, value: number, limit: number): boolean {
  const size = measure.worse === 'neither' ? Math.abs(value) : value;
  return sideOf(measure) === 'above' ? size <= limit : size >= limit;
}

/** The same in PromQL: the `long` values of which the `short` ones, a name or in parentheses, are not within the limit. */
export function unlessWithin(measure: Measure, long: string, short: string, limit: number): string {
  return `${long} unless ${sized(measure, short)} ${sideOf(measure) === 'above' ? '<=' : '>='} ${limit}`;
}

/** PromQL of what a limit is of: a measure of which neither direction is worse may cross it on both sides. */
export function sized({ worse }: Measure, value: string): string {
  return worse === 'neither' ? `abs(${value})` : value;
}
