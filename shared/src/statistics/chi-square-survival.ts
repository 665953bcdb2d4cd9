import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * Probability that a χ² variable with `degrees` of freedom is at least `value`: the upper regularized incomplete gamma
 * function.
 *
 * @returns between 0 and 1; NaN for fewer than one degree of freedom or no value
 */
export function chiSquareSurvival(value: number, degrees: number): number {
  if (!(degrees >= 1) || Number.isNaN(value)) return NaN;
  if (value <= 0) return 1;
  return value === Infinity ? 0 : gammainc(value / 2, degrees / 2, true, true);
}
