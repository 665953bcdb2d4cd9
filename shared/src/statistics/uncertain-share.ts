import type { Rate } from './rate.ts';
import { total } from './shares.ts';

/** Predictions by bins of a score, from low to high. */
interface ScoresInBins {
  readonly predictions: readonly number[];
  /** Lower and upper end of each bin. */
  readonly ends: readonly (readonly [low: number, high: number])[];
  /** Whether the class is predicted in each bin: from the decision threshold on. */
  readonly isPredicted: readonly boolean[];
}

/**
 * Predictions whose score is at most `band` away from the decision threshold, of all. Of a bin in which the band ends it
 * takes the part of the bin that the band covers, as if scores were spread evenly in it.
 *
 * @returns NaN as numerator where no bin is above the threshold, or a bin is no interval
 */
export function uncertainPredictions({ predictions, ends, isPredicted }: ScoresInBins, band: number): Rate<number> {
  const threshold = ends[isPredicted.indexOf(true)]?.[0] ?? NaN;
  const [from, to] = [threshold - band, threshold + band];
  const numerator = predictions.reduce((sum, count, bin) => {
    const [low, high] = ends[bin] ?? [NaN, NaN];
    const covered = Math.min(high, to) - Math.max(low, from);
    // A bin without a width holds one score.
    return sum + count * (high > low ? Math.max(covered, 0) / (high - low) : covered >= 0 ? 1 : covered * 0);
  }, 0);
  return { numerator, denominator: total(predictions) };
}
