import { percent } from '../values/percent.ts';
import type { Change } from './compare-profiles.ts';

/** Digits of a measure that people compare. */
const DIGITS = 4;

/** A measure with four significant digits. */
export function points(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

/** Two shares, such as `0 % to 5.3 %`. */
export function change({ before, after }: Change): string {
  return `${percent(before)} to ${percent(after)}`;
}
