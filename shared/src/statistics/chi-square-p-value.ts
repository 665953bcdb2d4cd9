import { chiSquareStatistic } from './chi-square-statistic.ts';
import { chiSquareSurvival } from './chi-square-survival.ts';

/**
 * Probability that counts drawn from the reference differ from it at least this much.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns 0 when a value fell where the reference has none; NaN when either side is empty or has one bin only
 */
export function chiSquarePValue(live: readonly number[], reference: readonly number[]): number {
  const bins = reference.filter((count) => count > 0).length;
  return chiSquareSurvival(chiSquareStatistic(live, reference), bins - 1);
}
