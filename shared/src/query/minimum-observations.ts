import { isEnough as isAtLeast } from '../statistics/is-enough.ts';
import {
  DEFAULT_MINIMUM_GROUP_SIZE,
  DEFAULT_MINIMUM_OBSERVATIONS,
  OBSERVATIONS_PER_BIN,
  type MeasureQuery,
} from './measure-query.ts';

/**
 * Observations below which a query has no value.
 *
 * @param bins - bins that the baseline uses, for a comparison bin by bin
 */
export function minimumOf({ minimumObservations }: MeasureQuery, bins = 0): number {
  return minimumObservations ?? Math.max(DEFAULT_MINIMUM_OBSERVATIONS, OBSERVATIONS_PER_BIN * bins);
}

/** People below whom a query shows nothing of a group. */
export function minimumGroupSizeOf({ minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE }: MeasureQuery): number {
  return minimumGroupSize;
}

/** Whether there are as many observations as a query needs for a value. Zero are never enough. */
export function isEnough(observations: number, query: MeasureQuery, bins?: number): boolean {
  return isAtLeast(observations, minimumOf(query, bins));
}

/** `value` with enough observations, else NaN, so that no value rests on too few. */
export function whenEnough(value: number, observations: number, query: MeasureQuery, bins?: number): number {
  return isEnough(observations, query, bins) ? value : NaN;
}
