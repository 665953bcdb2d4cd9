/** One bucket of a classic histogram: how many observations are at most `upperBound`. */
export interface CumulativeBucket {
  readonly upperBound: number;
  readonly count: number;
}

/**
 * Quantile of a classic histogram, interpolated linearly within its bucket, as Prometheus' `histogram_quantile` does:
 * the first bucket begins at zero where its bound is positive, and the open last bucket gives its lower bound.
 *
 * Source: Prometheus documentation, histogram_quantile.
 *
 * @param buckets - cumulative, in any order; the last one has the bound Infinity
 * @param quantile - between 0 and 1
 * @returns NaN without observations, and without the open last bucket
 */
export function histogramQuantile(buckets: readonly CumulativeBucket[], quantile: number): number {
  const sorted = merged(buckets);
  const last = sorted[sorted.length - 1];
  if (last === undefined || last.upperBound !== Infinity || sorted.length < 2 || !(last.count > 0)) return NaN;
  const rank = quantile * last.count;
  const at = sorted.findIndex(({ count }) => count >= rank);
  const index = at === -1 ? sorted.length - 1 : at;
  const { upperBound, count } = sorted[index] as CumulativeBucket;
  if (index === sorted.length - 1) return (sorted[index - 1] as CumulativeBucket).upperBound;
  if (index === 0 && upperBound <= 0) return upperBound;
  const below = sorted[index - 1];
  const lower = below?.upperBound ?? 0;
  const within = count - (below?.count ?? 0);
  return lower + ((upperBound - lower) * (rank - (below?.count ?? 0))) / within;
}

/** Buckets in order, merged by bound, and never decreasing: extrapolation may round adjacent buckets differently. */
function merged(buckets: readonly CumulativeBucket[]): CumulativeBucket[] {
  const byBound = new Map<number, number>();
  for (const { upperBound, count } of buckets) byBound.set(upperBound, (byBound.get(upperBound) ?? 0) + count);
  let highest = 0;
  return [...byBound]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([upperBound, count]) => ({ upperBound, count: (highest = Math.max(highest, count)) }));
}
