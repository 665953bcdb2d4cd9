import { correctedQuantile } from './corrected-quantile.ts';
import { DEFAULT_SIGNIFICANCE } from './significance.ts';

/**
 * Interval of a value that is normally distributed about, within what the value can be.
 *
 * @param variance - of the value
 * @returns lower and upper end
 */
export function normalInterval(
  value: number,
  variance: number,
  significance = DEFAULT_SIGNIFICANCE,
  [least, most]: readonly [number, number] = [-Infinity, Infinity],
): readonly [lower: number, upper: number] {
  const half = correctedQuantile(significance / 2, 1) * Math.sqrt(variance);
  const within = (end: number): number => Math.min(Math.max(end, least), most);
  return [within(value - half), within(value + half)];
}
