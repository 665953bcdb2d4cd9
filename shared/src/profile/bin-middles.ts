import { binInterval } from './bin-order.ts';

/**
 * Middles of bins by their labels, in the order given. An open bin at an end is taken to be as wide as its neighbor.
 *
 * @returns undefined if a label is not an interval, such as a category
 */
export function binMiddles(labels: readonly string[]): number[] | undefined {
  const intervals = labels.map(binInterval);
  if (!intervals.every((interval) => interval !== undefined)) return undefined;
  const widthAt = (i: number): number => {
    const [low, high] = intervals[i] ?? [NaN, NaN];
    return high - low;
  };
  const finite = (width: number): number => (Number.isFinite(width) ? width : 1);
  return intervals.map(([low, high], i) => {
    if (low === -Infinity) return high - finite(widthAt(i + 1)) / 2;
    if (high === Infinity) return low + finite(widthAt(i - 1)) / 2;
    return (low + high) / 2;
  });
}
