import { DEFAULT_MINIMUM_OBSERVATIONS, type MeasureQuery } from './measure-query.ts';

/** Observations below which a query has no value. */
export function minimumOf({ minimumObservations = DEFAULT_MINIMUM_OBSERVATIONS }: MeasureQuery): number {
  return minimumObservations;
}

/** Whether there are as many observations as a query needs for a value; none at all are never enough. */
export function isEnough(observations: number, query: MeasureQuery): boolean {
  return observations > 0 && observations >= minimumOf(query);
}

/** `value` where there are enough observations; NaN elsewhere, so that no value comes from too few. */
export function whenEnough(value: number, observations: number, query: MeasureQuery): number {
  return isEnough(observations, query) ? value : NaN;
}
