/** A share as the two counts that it is made of. */
export interface Rate<T> {
  readonly numerator: T;
  readonly denominator: T;
}

/** The share itself; NaN where nothing was counted. */
export function valueOfRate({ numerator, denominator }: Rate<number>): number {
  return numerator / denominator;
}
