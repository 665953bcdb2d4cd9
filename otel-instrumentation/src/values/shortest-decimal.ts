import type { Rounding } from './number-array.ts';

/** Digits that tell all numbers of 32 bits apart. */
const MOST_DIGITS = 9;

/**
 * The number with the fewest digits that is rounded to `value`: 0.1 for the 0.10000000149 of a `Float32Array`, as training
 * files hold it.
 */
export function shortestDecimal(value: number, round: Rounding): number {
  if (Number.isInteger(value)) return value;
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (round(decimal) === value) return decimal;
  }
  return value;
}
