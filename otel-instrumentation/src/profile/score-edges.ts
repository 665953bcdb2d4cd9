import type { EdgeCandidate } from './bin-edges.ts';

/** Shares of the rows beyond which the ends are divided more finely: what is ranked first decides about most measures. */
const FINE_ENDS = [0.01, 0.005, 0.002, 0.001];

/** Of so many bins, one at each end may be fine. */
const BINS_PER_FINE_END = 8;

/**
 * Chooses the edges by which outcomes are counted: quantiles of the scores, finer ones at both ends, and the decision
 * threshold. Bins that are left over, since many scores are equal, divide what is still largest.
 *
 * @param values - scores that may be edges with the rows up to each, rising
 * @param bins - number of bins at most, at least 2
 * @param threshold - from 0 on and below 1
 */
export function scoreEdges(values: readonly EdgeCandidate[], bins: number, threshold: number): number[] {
  const rows = values.at(-1)?.atMost ?? 0;
  const candidates = values.filter(({ value, atMost }) => value < 1 && atMost < rows);
  const edges = new Set([threshold]);
  const add = (share: number): void => {
    const found = candidates.find(({ atMost }) => atMost >= share * rows);
    if (found !== undefined && edges.size < bins - 1) edges.add(found.value);
  };
  const fine = FINE_ENDS.slice(0, Math.floor(bins / BINS_PER_FINE_END));
  for (const share of fine) [share, 1 - share].forEach(add);
  const quantiles = bins - 1 - edges.size;
  for (let i = 1; i <= quantiles; i++) add(i / (quantiles + 1));
  while (edges.size < bins - 1) {
    const split = largestSplit(candidates, edges, rows);
    if (split === undefined) break;
    edges.add(split);
  }
  return [...edges].sort((a, b) => a - b);
}

/** The value that divides the largest bin with several values most evenly; undefined if every bin has only one. */
function largestSplit(
  candidates: readonly EdgeCandidate[],
  edges: ReadonlySet<number>,
  rows: number,
): number | undefined {
  const sorted = [...edges].sort((a, b) => a - b);
  const upTo = (edge: number): number => candidates.findLast(({ value }) => value <= edge)?.atMost ?? 0;
  let best: { readonly value: number; readonly rows: number } | undefined;
  for (const [i, high] of [...sorted, Infinity].entries()) {
    const low = sorted[i - 1] ?? -Infinity;
    const [below, above] = [upTo(low), high === Infinity ? rows : upTo(high)];
    if (above - below <= (best?.rows ?? 0)) continue;
    const inside = candidates.filter(({ value, atMost }) => value > low && value < high && atMost < above);
    const distance = ({ atMost }: EdgeCandidate): number => Math.abs(atMost - (below + above) / 2);
    const middle = inside.reduce<EdgeCandidate | undefined>(
      (nearest, each) => (nearest === undefined || distance(each) < distance(nearest) ? each : nearest),
      undefined,
    );
    if (middle !== undefined) best = { value: middle.value, rows: above - below };
  }
  return best?.value;
}
