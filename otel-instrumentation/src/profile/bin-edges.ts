/** A candidate for an edge. */
export interface EdgeCandidate {
  readonly value: number;
  /** Rows whose value is at most this. */
  readonly atMost: number;
}

/** Rows of one value that has a bin of its own. */
export interface FrequentValue {
  readonly value: number;
  readonly rows: number;
}

/**
 * Chooses the edges of a numeric column. A frequent value lies alone between the largest value below it and itself. Of
 * the other candidates those are left out that would leave less than half of a bin's share on either side, and one at
 * the maximum, since the bin above it would be empty.
 *
 * @param candidates - quantiles, frequent values, and the largest value below each of these; rising
 * @param rows - rows with a value
 * @param bins - number of bins asked for, of which each frequent value takes one
 */
export function binEdges(
  candidates: readonly EdgeCandidate[],
  frequent: readonly FrequentValue[],
  rows: number,
  bins: number,
): EdgeCandidate[] {
  const alone = new Set(frequent.map(({ value }) => value));
  const rest = rows - frequent.reduce((sum, each) => sum + each.rows, 0);
  const least = rest / (bins - alone.size) / 2;
  const inner = candidates.filter(({ atMost }) => atMost < rows);
  // The maximum is no edge, but the value below it is one when the maximum is frequent.
  const isFixed = ({ value }: EdgeCandidate): boolean =>
    alone.has(value) || alone.has(candidates.find((other) => other.value > value)?.value ?? NaN);
  const kept: EdgeCandidate[] = [];
  for (const [i, candidate] of inner.entries()) {
    const below = kept.at(-1)?.atMost ?? 0;
    const above = inner.slice(i + 1).find(isFixed)?.atMost ?? rows;
    if (isFixed(candidate) || Math.min(candidate.atMost - below, above - candidate.atMost) >= least) {
      kept.push(candidate);
    }
  }
  return kept;
}
