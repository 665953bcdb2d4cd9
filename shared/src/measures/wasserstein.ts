import { binInterval } from '../profile/bin-order.ts';
import { binnedMeasure } from './binned-measure.ts';
import { sharesOf } from './sum-over-bins.ts';

/**
 * Wasserstein distance of two binned distributions, every value standing at the middle of its bin, in standard
 * deviations of the reference so binned.
 *
 * @param middles - middle of each bin, ascending
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty, and when all of the reference is in one bin
 */
export function normedWassersteinDistance(
  middles: readonly number[],
  live: readonly number[],
  reference: readonly number[],
): number {
  const [c, r] = sharesOf(live, reference);
  const mean = r.reduce((sum, share, i) => sum + share * (middles[i] as number), 0);
  const variance = r.reduce((sum, share, i) => sum + share * ((middles[i] as number) - mean) ** 2, 0);
  let difference = 0;
  const distance = middles.slice(1).reduce((sum, middle, i) => {
    difference += (c[i] as number) - (r[i] as number);
    return sum + Math.abs(difference) * (middle - (middles[i] as number));
  }, 0);
  return variance > 0 ? distance / Math.sqrt(variance) : NaN;
}

/** Middles of bins by their labels. An open bin at an end is taken to be as wide as its neighbor. */
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

export const wasserstein = binnedMeasure({
  id: 'wasserstein',
  name: 'Wasserstein, normed',
  description:
    'How far values have to be carried to turn one distribution into the other, in standard deviations of the baseline. ' +
    'Numeric distributions only.',
  definition: 'Σ |F_c − F_r| · distance to the next bin’s middle, divided by the standard deviation of the baseline',
  source: 'SciPy, stats.wasserstein_distance, of bin middles; normed as in Evidently',
  unit: 'index',
  worse: 'higher',
  binned: (bins) => {
    const middles = binMiddles(bins.map(({ bin }) => bin));
    return middles === undefined
      ? NaN
      : normedWassersteinDistance(
          middles,
          bins.map(({ live }) => live),
          bins.map(({ reference }) => reference),
        );
  },
});
