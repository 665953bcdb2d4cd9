import { binInterval } from './bin-order.ts';

/**
 * How bins of one distribution are shown: edges of intervals are rounded to a tenth of their distance from the next edge
 * or finer, so that they stay apart. Whole numbers and categories stay as they are.
 *
 * @param labels - of all bins of the distribution
 * @returns the text of a bin by its label
 */
export function binTexts(labels: Iterable<string>): (label: string) => string {
  const edges = [...new Set([...labels].flatMap((label) => binInterval(label) ?? []))].filter(Number.isFinite);
  edges.sort((a, b) => a - b);
  const texts = new Map(
    edges.map((edge, i) => {
      const gap = Math.min(edge - (edges[i - 1] ?? -Infinity), (edges[i + 1] ?? Infinity) - edge);
      // An edge that is alone has three digits.
      return [edge, rounded(edge, Number.isFinite(gap) ? gap : Math.abs(edge) / 10)];
    }),
  );
  const textOf = (edge: number): string => texts.get(edge) ?? String(edge);
  return (label) => {
    const [low, high] = binInterval(label) ?? [-Infinity, Infinity];
    if (low === -Infinity) return high === Infinity ? label : `≤${textOf(high)}`;
    return high === Infinity ? `>${textOf(low)}` : `(${textOf(low)}, ${textOf(high)}]`;
  };
}

/** Most digits after the point that a number can be given. */
const MOST_DECIMALS = 100;

function rounded(edge: number, gap: number): string {
  if (Number.isInteger(edge)) return String(edge);
  const decimals = Math.min(Math.max(0, 1 - Math.floor(Math.log10(gap))), MOST_DECIMALS);
  return String(Number(edge.toFixed(decimals)));
}
