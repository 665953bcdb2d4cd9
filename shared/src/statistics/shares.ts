/**
 * Sum over bins of what `part` makes of a bin's live and reference share.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 * @throws {RangeError} when the lengths differ
 */
export function sumOverBins(
  live: readonly number[],
  reference: readonly number[],
  part: (live: number, reference: number) => number,
): number {
  const [c, r] = sharesOf(live, reference);
  // `part` may turn NaN into a number, so it is not called with NaN.
  return Number.isNaN(c[0]) ? NaN : c.reduce((sum, share, i) => sum + part(share, r[i] as number), 0);
}

/**
 * Counts of both sides as shares. Every bin is NaN when either side is empty; without any bin there is a single NaN.
 *
 * @throws {RangeError} when the lengths differ
 */
export function sharesOf(live: readonly number[], reference: readonly number[]): readonly [number[], number[]] {
  if (live.length !== reference.length) {
    throw new RangeError(`${live.length} live bins cannot be compared with ${reference.length} of the reference.`);
  }
  const n = total(live);
  const m = total(reference);
  if (n === 0 || m === 0) return [[NaN], [NaN]];
  return [live.map((count) => count / n), reference.map((count) => count / m)];
}

/** A loop by index: engines that interpret take ten times as long for one by iterator. */
export function total(counts: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i] as number;
  return sum;
}
