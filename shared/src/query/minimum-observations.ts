import { isEnough as isAtLeast } from '../statistics/is-enough.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE, DEFAULT_MINIMUM_OBSERVATIONS, type MeasureQuery } from './measure-query.ts';

/** Observations below which a query has no value. */
export function minimumOf({ minimumObservations = DEFAULT_MINIMUM_OBSERVATIONS }: MeasureQuery): number {
  return minimumObservations;
}

/** People below whom a query shows nothing of a group. */
export function minimumGroupSizeOf({ minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE }: MeasureQuery): number {
  return minimumGroupSize;
}

/** Whether there are as many observations as a query needs for a value. Zero are never enough. */
export function isEnough(observations: number, query: MeasureQuery): boolean {
  return isAtLeast(observations, minimumOf(query));
}

/** `value` with enough observations, else NaN, so that no value rests on too few. */
export function whenEnough(value: number, observations: number, query: MeasureQuery): number {
  return isEnough(observations, query) ? value : NaN;
}
