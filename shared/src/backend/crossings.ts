/** A stretch of times, by their indexes. */
export interface Crossing {
  /** Index of the first time beyond the limit. */
  readonly start: number;
  /** Index after the last time beyond the limit: that of the recovery, unless the times end before it. */
  readonly end: number;
}

/**
 * The stretches during which a value lies beyond a limit, from crossing to recovery. Two with a gap of at most `longestGap`
 * between recovery and next crossing are one: a value that flaps, or is missing for a short while, is one event.
 *
 * @param times - ascending, in the unit of `longestGap`
 * @param isBeyond - whether the value at an index is known to lie beyond the limit
 */
export function crossingsOf(
  times: readonly number[],
  isBeyond: (index: number) => boolean,
  longestGap: number,
): readonly Crossing[] {
  const found: { start: number; end: number }[] = [];
  for (const [index, time] of times.entries()) {
    if (!isBeyond(index)) continue;
    const last = found[found.length - 1];
    // The recovery has a time: it is not after the present one.
    if (last !== undefined && time - (times[last.end] as number) <= longestGap) last.end = index + 1;
    else found.push({ start: index, end: index + 1 });
  }
  return found;
}
