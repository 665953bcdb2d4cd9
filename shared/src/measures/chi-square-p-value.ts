import { binnedMeasure } from './binned-measure.ts';
import { chiSquareStatistic } from './chi-square.ts';
import { chiSquareSurvival } from './chi-square-survival.ts';

/**
 * Probability that live counts which come from the reference stray from it at least this far.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns 0 when a value fell where the reference has none; NaN when either side is empty or has one bin only
 */
export function chiSquarePValue(live: readonly number[], reference: readonly number[]): number {
  const bins = reference.filter((count) => count > 0).length;
  return chiSquareSurvival(chiSquareStatistic(live, reference), bins - 1);
}

export const chiSquareP = binnedMeasure({
  id: 'chi-square-p-value',
  name: 'χ² p-value',
  description:
    'Probability that values which still spread as the baseline does stray from it this far by chance. With much ' +
    'traffic it falls to zero for shifts that matter to nobody: look at the PSI as well.',
  definition: 'P(χ²_{B−1} ≥ n Σ (c − r)² / r)',
  source: 'SciPy, stats.chisquare',
  unit: 'share',
  worse: 'lower',
  binned: (bins, observations) =>
    chiSquarePValue(
      bins.map(({ live }) => live * observations),
      bins.map(({ reference }) => reference),
    ),
});
