import { normalInterval } from './normal-interval.ts';

/** A value that is expected, and the variance of what will be seen about it. */
export interface Estimate {
  readonly value: number;
  readonly variance: number;
}

/** Interval of a share that is estimated. */
export function estimateInterval({ value, variance }: Estimate, significance?: number): readonly [number, number] {
  return normalInterval(value, variance, significance, [0, 1]);
}
