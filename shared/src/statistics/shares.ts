import { divide, sumOfBins, where, type Column } from './columns.ts';

/** The bins of a distribution on both sides of a comparison, at some times. */
export interface BothSides {
  /** Observations per bin in the window; nothing where a bin has NaN. */
  readonly live: Column;
  /** Observations or shares per bin of the reference. */
  readonly reference: Column;
  /** Sums over the bins at each time; NaN where there is nothing to compare. */
  readonly liveTotal: Column;
  readonly referenceTotal: Column;
}

/** A statistic of both sides at each time. */
export type Statistic = (sides: BothSides) => Column;

/**
 * Sum over bins of what `part` makes of the live and the reference shares.
 *
 * @param zero - stands in for a share of zero
 * @returns NaN at times at which either side is empty
 */
export function sumOverBins(
  { live, reference, liveTotal, referenceTotal }: BothSides,
  part: (live: Column, reference: Column) => Column,
  zero = 0,
): Column {
  const c = where(live, divide(live, liveTotal), zero);
  const r = where(reference, divide(reference, referenceTotal), zero);
  const sum = sumOfBins(part(c, r), liveTotal.length);
  return where(liveTotal, where(referenceTotal, sum, NaN), NaN);
}

/**
 * A statistic at a single time.
 *
 * @returns a function of observations per bin in the window, and of observations (or shares) per bin of the reference, the
 *   same length. It throws a {@link RangeError} when the lengths differ.
 */
export function atOneTime(statistic: Statistic): (live: readonly number[], reference: readonly number[]) => number {
  return (live, reference) => {
    checkLengths(live, reference);
    const [value = NaN] = statistic({
      live: Float64Array.from(live),
      reference: Float64Array.from(reference),
      liveTotal: Float64Array.of(total(live)),
      referenceTotal: Float64Array.of(total(reference)),
    });
    return value;
  };
}

/**
 * Counts of both sides as shares. Every bin is NaN when either side is empty; without any bin there is a single NaN.
 *
 * @throws {RangeError} when the lengths differ
 */
export function sharesOf(live: readonly number[], reference: readonly number[]): readonly [number[], number[]] {
  checkLengths(live, reference);
  const n = total(live);
  const m = total(reference);
  if (n === 0 || m === 0) return [[NaN], [NaN]];
  return [live.map((count) => count / n), reference.map((count) => count / m)];
}

function checkLengths(live: readonly number[], reference: readonly number[]): void {
  if (live.length !== reference.length) {
    throw new RangeError(`${live.length} live bins cannot be compared with ${reference.length} of the reference.`);
  }
}

/** A loop by index: engines that interpret take ten times as long for one by iterator. */
export function total(counts: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i] as number;
  return sum;
}
